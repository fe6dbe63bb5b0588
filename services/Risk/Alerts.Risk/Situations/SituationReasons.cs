namespace Alerts.Risk.Situations;

/// <summary>Codes of reasons that come from the thread itself; stable, they travel to programs.</summary>
public static class SituationReasons
{
    /// <summary>May be the event of another alert that has rung already.</summary>
    public const string MaybeSame = "MAYBE_SAME";

    /// <summary>No news for long: not an all-clear.</summary>
    public const string Quiet = "QUIET";

    /// <summary>Ran out without news: not an all-clear.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>The weekly word on access that is not open.</summary>
    public const string Digest = "DIGEST";

    /// <summary>A person's signed all-clear.</summary>
    public const string Cleared = "CLEARED";
}
