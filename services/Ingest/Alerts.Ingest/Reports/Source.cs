using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Who says it. An empty name means that nobody is named.
internal sealed record Source
{
    public string Name { get; init; } = "";

    public ClaimantKind? Kind { get; init; }

    public Grade Grade { get; init; } = Grade.Unknown;

    public string RelayedFrom { get; init; } = "";

    public bool Forwarded { get; init; }

    public string Url { get; init; } = "";

    public DateTimeOffset? StatementTime { get; init; }

    // Armed groups and authorities fight: their word is a statement and supports nothing.
    public bool IsBelligerent => Claimant.Fights(Kind);
}
