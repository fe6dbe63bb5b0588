namespace Alerts.Ingest;

// What a step of folding did. Caught up: nothing that was accepted waits.
internal readonly record struct FoldOutcome(int Items, bool CaughtUp);
