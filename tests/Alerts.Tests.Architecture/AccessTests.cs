using System.Reflection;
using Alerts.Platform.Access;
using Alerts.V1;
using Google.Protobuf.Reflection;
using Xunit;

namespace Alerts.Tests.Architecture;

/// <summary>Deny by default, and nothing left out: every rpc of the protos has a policy.</summary>
public sealed class AccessTests
{
    // From the assembly, not from a list: a service of a new file is found too.
    private static IEnumerable<FileDescriptor> Files => typeof(Report).Assembly.GetTypes()
        .Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>();

    public static TheoryData<string> Rpcs => [.. Files.SelectMany(f => f.Services).SelectMany(s => s.Methods).Select(m => $"/{m.Service.FullName}/{m.Name}")];

    [Theory]
    [MemberData(nameof(Rpcs))]
    public void Rpc_OfTheProtos_HasAPolicyThatAdmitsSomebodyAndNotEverybody(string rpc)
    {
        Assert.True(AccessPolicy.Covers(rpc));
        Assert.False(AccessPolicy.Allows(rpc, Roles.None));
        Assert.Contains(Enum.GetValues<Roles>(), role => AccessPolicy.Allows(rpc, role));
    }

    [Fact]
    public void Rpc_ThatNoProtoHas_IsDenied() => Assert.False(AccessPolicy.Allows("/alerts.v1.IngestService/DropEverything", (Roles)~0));

    [Fact]
    public void Services_OfTheProtos_AreFound() => Assert.Equal(6, Files.Sum(f => f.Services.Count));
}
