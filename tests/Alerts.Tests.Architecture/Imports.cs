using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using Xunit;

namespace Alerts.Tests.Architecture;

/// <summary>Who uses whom, as compiled.</summary>
internal static class Imports
{
    /// <summary>Checks that types of some namespaces use nothing but what is allowed; names every one that does.</summary>
    /// <param name="from">Namespaces that the rule is about; at least one type must be there.</param>
    /// <param name="allowed">Namespaces that they may use.</param>
    public static void AssertOnly(string from, string allowed) => AssertEmpty(Of(from).Where(i => !Matches(i.To, allowed)));

    /// <summary>Checks that types of some namespaces do not use others; names every one that does.</summary>
    public static void AssertNone(string from, string forbidden) => AssertEmpty(Of(from).Where(i => Matches(i.To, forbidden)));

    /// <summary>Every use of a type by a type of these namespaces.</summary>
    public static IReadOnlyList<(IType From, IType To)> Of(string from)
    {
        IType[] types = [.. Product.Architecture.Types.Where(t => Matches(t, from))];
        Assert.NotEmpty(types);
        return [.. types.SelectMany(t => t.Dependencies.Select(d => (From: t, To: d.Target))).Where(i => !IsOfTheCompiler(i.To))];
    }

    private static bool Matches(IType type, string namespaces) => Regex.IsMatch(NamespaceOf(type), namespaces);

    private static void AssertEmpty(IEnumerable<(IType From, IType To)> imports)
    {
        string[] lines = [.. imports.Select(i => $"{i.From.FullName} → {i.To.FullName}").Distinct()];
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }

    // Generic parameters and what the compiler adds to an assembly have no namespace.
    private static bool IsOfTheCompiler(IType type) => NamespaceOf(type).Length == 0;

    private static string NamespaceOf(IType type) => type.Namespace?.FullName ?? "";
}
