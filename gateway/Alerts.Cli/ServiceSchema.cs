using System.Reflection;
using Alerts.Gateway;
using Alerts.Ingest;
using Alerts.Notify;
using Alerts.Risk;

namespace Alerts.Cli;

// The schema of a part in a PostgreSQL database, and the assembly with its scripts.
internal sealed record ServiceSchema(string Name, Assembly Scripts)
{
    public static readonly IReadOnlyList<ServiceSchema> All =
    [
        new(GatewaySetup.StoreName, typeof(GatewaySetup).Assembly),
        new(IngestSetup.StoreName, typeof(IngestSetup).Assembly),
        new(RiskSetup.StoreName, typeof(RiskSetup).Assembly),
        new(NotifySetup.StoreName, typeof(NotifySetup).Assembly),
    ];
}
