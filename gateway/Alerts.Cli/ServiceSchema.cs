using System.Reflection;
using Alerts.Ingest;
using Alerts.Notify;
using Alerts.Risk;

namespace Alerts.Cli;

// A service's schema in a PostgreSQL database, and the assembly with its scripts.
internal sealed record ServiceSchema(string Name, Assembly Scripts)
{
    public static readonly IReadOnlyList<ServiceSchema> All =
    [
        new(IngestSetup.StoreName, typeof(IngestSetup).Assembly),
        new(RiskSetup.StoreName, typeof(RiskSetup).Assembly),
        new(NotifySetup.StoreName, typeof(NotifySetup).Assembly),
    ];
}
