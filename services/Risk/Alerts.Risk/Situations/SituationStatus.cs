namespace Alerts.Risk.Situations;

/// <summary>State of a situation; the numbers are those of the proto enum SituationState.</summary>
public enum SituationStatus
{
    /// <summary>Going on or recent.</summary>
    Active = 1,

    /// <summary>No new report for 72 h; not an all-clear.</summary>
    Quiet = 2,

    /// <summary>A person's signed all-clear.</summary>
    Cleared = 3,

    /// <summary>Withdrawn.</summary>
    Cancelled = 4,

    /// <summary>Ran out without news.</summary>
    Expired = 5,

    /// <summary>Goes on under another situation.</summary>
    Superseded = 6,
}
