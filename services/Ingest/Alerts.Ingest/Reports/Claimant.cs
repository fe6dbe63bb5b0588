using Alerts.Terms;

namespace Alerts.Ingest.Reports;

internal sealed record Claimant(string Name, ClaimantKind? Kind)
{
    public static bool Fights(ClaimantKind? kind) => kind is ClaimantKind.ArmedGroup or ClaimantKind.Authorities;
}
