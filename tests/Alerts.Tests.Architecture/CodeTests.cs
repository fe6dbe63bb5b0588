using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Alerts.Tests.Architecture;

/// <summary>The rules of style.md that can be read off the built product.</summary>
public sealed class CodeTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types => Product.Assemblies
        .Where(a => a.GetName().Name != "Alerts.Protos")
        .SelectMany(a => a.GetTypes())
        .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) != true);

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Message)> LogLines => Types
        .SelectMany(t => t.GetMethods(All))
        .Select(m => (Method: m, Message: m.GetCustomAttribute<LoggerMessageAttribute>()!))
        .Where(m => m.Message is not null);

    [Fact]
    public void LogLine_EventId_IsUnique() => Assert.Empty(
        LogLines.GroupBy(l => l.Message.EventId).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(l => Name(l.Method)))}"));

    // A thousand for each library, so that new lines never meet: 1 platform, 2 ingest, 3 risk, 4 notify, 5 gateway, 6 all in one.
    [Fact]
    public void LogLine_EventId_IsOfTheThousandOfItsLibrary()
    {
        string[] libraries = ["Alerts.Platform", "Alerts.Ingest", "Alerts.Risk", "Alerts.Notify", "Alerts.Gateway", "Alerts.AllInOne"];
        Assert.NotEmpty(LogLines);
        Assert.Empty(LogLines.Where(l => l.Message.EventId / 1_000 != Array.IndexOf(libraries, l.Method.DeclaringType!.Assembly.GetName().Name) + 1).Select(l => $"{l.Message.EventId}: {Name(l.Method)}"));
    }

    [Fact]
    public void LogLine_OfALibrary_StandsInALogClass() =>
        Assert.Empty(LogLines.Where(l => !l.Method.DeclaringType!.Name.EndsWith("Log", StringComparison.Ordinal)).Select(l => Name(l.Method)));

    [Fact]
    public void State_ThatIsStatic_NeverChanges() => Assert.Empty(
        Types.SelectMany(t => t.GetFields(All))
            .Where(f => f.IsStatic && !f.IsInitOnly && !f.IsLiteral && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(f => $"{f.DeclaringType!.FullName}.{f.Name}"));

    [Fact]
    public void Class_WithoutHeirs_IsSealed()
    {
        HashSet<Type> parents = [.. Types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t)];
        // The class that the compiler makes of top-level statements is open.
        Assert.Empty(Types.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && !parents.Contains(t) && t.FullName != "Program").Select(t => t.FullName));
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
