using System.Reflection;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Golden;

/// <summary>
/// The core's enums are cast to those of the protos and back, and stored as numbers: each must have the names and the numbers of its
/// namesake. A member that only one of them has would be lost or refused on its way.
/// </summary>
public sealed class EnumTests
{
    private static readonly Assembly[] Cores =
    [
        typeof(ThreatLevel).Assembly, Assembly.Load("Alerts.Ingest"), Assembly.Load("Alerts.Risk"), Assembly.Load("Alerts.Notify"), Assembly.Load("Alerts.Reading"), Assembly.Load("Alerts.TextForms"),
    ];

    private static readonly Dictionary<string, Type> Wire = typeof(V1.Report).Assembly.GetTypes()
        .Where(t => t is { IsEnum: true, Namespace: "Alerts.V1", IsNested: false })
        .ToDictionary(t => t.Name);

    public static TheoryData<string> Enums => [.. Found().Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_OfTheCore_HasTheMembersOfItsProto(string name)
    {
        Type core = Found().Single(t => t.FullName == name);
        Assert.Equal(Members(Wire[core.Name]).Where(m => m.Number != 0), Members(core).Where(m => m.Number != 0));
    }

    // What is not known is null in the core and 0 on the wire; a core enum with a meaning at 0 would become "unspecified". CAP's word
    // for it is Unknown.
    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_OfTheCore_GivesZeroNoMeaningOfItsOwn(string name)
    {
        Type core = Found().Single(t => t.FullName == name);
        Assert.All(Members(core).Where(m => m.Number == 0), m => Assert.Contains(m.Name, (string[])["Unspecified", "Unknown"]));
    }

    [Fact]
    public void Terms_EveryEnum_HasAProto() => Assert.Equal(
        [nameof(ErrorKind)],
        typeof(ThreatLevel).Assembly.GetExportedTypes().Where(t => t.IsEnum && !Wire.ContainsKey(t.Name)).Select(t => t.Name));

    private static IEnumerable<Type> Found() => Cores.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum && Wire.ContainsKey(t.Name)).OrderBy(t => t.FullName, StringComparer.Ordinal);

    private static IEnumerable<(string Name, int Number)> Members(Type type) =>
        Enum.GetNames(type).Select(n => (n, Convert.ToInt32(Enum.Parse(type, n)))).OrderBy(m => m.Item2);
}
