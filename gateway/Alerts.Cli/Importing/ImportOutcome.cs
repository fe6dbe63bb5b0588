using Alerts.Feeds;

namespace Alerts.Cli.Importing;

// How an import ended. Rows are counted without those that this program refused.
internal sealed record ImportOutcome(
    long RowsDone,
    long RowsStored,
    long RowsRefused,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<FeedCoverage> Coverage,
    bool Interrupted,
    bool Damaged);
