namespace Alerts.Ingest;

// What a step of folding did. Waiting: what had been accepted when it began and waits still.
internal readonly record struct FoldOutcome(int Items, long Waiting)
{
    public bool CaughtUp => Waiting == 0 || Items == 0;
}
