using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>The real all-in-one with two organisations, and in each a person of every role with a key. All names are invented.</summary>
public sealed class TwoOrganisations : RunningServer
{
    public const string North = "north";
    public const string South = "south";

    public static readonly IReadOnlyList<Role> Roles = [Role.Officer, Role.Analyst, Role.Adviser, Role.Service, Role.Administrator];

    private readonly Dictionary<(string Organisation, Role Role), AlertsClient> _clients = [];
    private readonly Dictionary<(string Organisation, Role Role), string> _secrets = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public AlertsClient this[string organisation, Role role] => _clients[(organisation, role)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (string organisation in new[] { North, South })
        {
            await Client.Access.CreateOrganisationAsync(
                new CreateOrganisationRequest { Organisation = new Organisation { Name = $"organisations/{organisation}", DisplayName = organisation } }, cancellationToken: Cancel);
            foreach (Role role in Roles)
                await AddAsync(organisation, role);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (AlertsClient client in _clients.Values)
            client.Dispose();
        await base.DisposeAsync();
    }

    public string Secret(string organisation, Role role) => _secrets[(organisation, role)];

    /// <summary>Where the server is, for a person.</summary>
    public ServerFile As(string organisation, Role role) => Address with { Token = Secret(organisation, role) };

    public static string Person(string organisation, Role role) => $"organisations/{organisation}/people/{role.ToString().ToLowerInvariant()}";

    private async Task AddAsync(string organisation, Role role)
    {
        await Client.Access.CreatePersonAsync(
            new CreatePersonRequest
            {
                Parent = $"organisations/{organisation}",
                Person = new Person { Name = Person(organisation, role), DisplayName = $"{role} of {organisation}", Roles = { role } },
            },
            cancellationToken: Cancel);
        CreateKeyResponse key = await Client.Access.CreateKeyAsync(new CreateKeyRequest { Parent = Person(organisation, role), Label = "test" }, cancellationToken: Cancel);
        _secrets[(organisation, role)] = key.Secret;
        _clients[(organisation, role)] = new AlertsClient(new ServerAddress(new Uri(Address.Grpc), new Uri(Address.Http), key.Secret, "test"));
    }
}
