namespace Alerts.Terms;

/// <summary>A count of people as one claimant gives it: low, best and high (UCDP).</summary>
/// <param name="Low">At least this many, 0 to 1 000 000; null when not said.</param>
/// <param name="Best">The best estimate, 0 to 1 000 000; null when not said.</param>
/// <param name="High">At most this many, 0 to 1 000 000; null when not said or "at least".</param>
public readonly record struct CasualtyRange(int? Low, int? Best, int? High)
{
    /// <summary>Largest count that is accepted for one incident; the deadliest single events on record stay below it.</summary>
    public const int Limit = 1_000_000;

    /// <summary>The best estimate, else the low one, else the high one; null when nothing is known.</summary>
    public int? Estimate => Best ?? Low ?? High;

    /// <summary>Whether every given count is in range and low ≤ best ≤ high.</summary>
    public bool IsConsistent =>
        InRange(Low) && InRange(Best) && InRange(High)
        && (Low ?? 0) <= (Best ?? High ?? Limit) && (Best ?? Low ?? 0) <= (High ?? Limit);

    private static bool InRange(int? count) => count is null or (>= 0 and <= Limit);
}
