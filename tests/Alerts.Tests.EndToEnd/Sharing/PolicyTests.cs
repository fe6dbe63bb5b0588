using Alerts.Platform.Access;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>Every rpc, with every role of each organisation, on the real server: who is let in is what the policy says.</summary>
public sealed class PolicyTests(TwoOrganisations server) : IClassFixture<TwoOrganisations>
{
    // A stream that is let in stays open.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<MethodDescriptor> Rpcs => new[] { IngestServiceReflection.Descriptor, RiskServiceReflection.Descriptor, NotifyServiceReflection.Descriptor, StatusServiceReflection.Descriptor, AccessServiceReflection.Descriptor, DeadLetterServiceReflection.Descriptor }
        .SelectMany(f => f.Services)
        .SelectMany(s => s.Methods)
        // Whoever calls it is signed out: it would take the key from the calls after it.
        .Where(m => m.Name != "SignOut");

    [Theory]
    [InlineData(TwoOrganisations.North)]
    [InlineData(TwoOrganisations.South)]
    public async Task Rpc_WithARole_IsLetInAsThePolicySays(string organisation)
    {
        foreach (Role role in TwoOrganisations.Roles)
        {
            foreach (MethodDescriptor rpc in Rpcs)
            {
                string name = $"/{rpc.Service.FullName}/{rpc.Name}";
                bool refused = await CallAsync(server.As(organisation, role), name, rpc.IsServerStreaming) is StatusCode.PermissionDenied;
                Assert.True(refused != AccessPolicy.Allows(name, CoreOf(role)), $"{role} {name}");
            }
        }
    }

    [Fact]
    public async Task Rpc_WithoutAKeyOrWithAWrongOne_IsUnauthenticated()
    {
        foreach (MethodDescriptor rpc in Rpcs)
        {
            foreach (string token in new[] { "ak_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x" })
                Assert.Equal(StatusCode.Unauthenticated, await CallAsync(server.Address with { Token = token }, $"/{rpc.Service.FullName}/{rpc.Name}", rpc.IsServerStreaming));
        }
    }

    private static async Task<StatusCode?> CallAsync(Client.Discovery.ServerFile address, string rpc, bool streams)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        if (streams)
            limited.CancelAfter(LongEnough);
        try
        {
            return (await RawGrpc.CallAsync(address, rpc, [], encoding: null, web: false, limited.Token)).Code;
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Roles CoreOf(Role role) => role switch
    {
        Role.Officer => Roles.Officer,
        Role.Analyst => Roles.Analyst,
        Role.Adviser => Roles.Adviser,
        Role.Service => Roles.Service,
        _ => Roles.Administrator,
    };
}
