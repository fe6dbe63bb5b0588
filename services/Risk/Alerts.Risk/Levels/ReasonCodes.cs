namespace Alerts.Risk.Levels;

/// <summary>Stable codes of <see cref="LevelReason"/>. New ones may be added; a code never changes its meaning.</summary>
public static class ReasonCodes
{
    /// <summary>Signed by an adviser.</summary>
    public const string Assessed = "ASSESSED";

    /// <summary>What an adviser signed was withdrawn or has ended.</summary>
    public const string Withdrawn = "WITHDRAWN";

    /// <summary>An adviser holds what a situation forces, or lifts that hold.</summary>
    public const string FloorHeld = "FLOOR_HELD";

    /// <summary>The forecast suggests it.</summary>
    public const string Band = "BAND";

    /// <summary>A situation forces at least this.</summary>
    public const string AcuteFloor = "ACUTE_FLOOR";

    /// <summary>An adviser's override upwards forces at least this.</summary>
    public const string OverrideUp = "OVERRIDE_UP";

    /// <summary>An adviser's override holds a known situation's floor down.</summary>
    public const string OverrideDown = "OVERRIDE_DOWN";

    /// <summary>Access to the city is restricted or cut off, which forces at least this; the acute floor says nothing of it.</summary>
    public const string Access = "ACCESS";

    /// <summary>A state of access that a person entered.</summary>
    public const string AccessEntered = "ACCESS_ENTERED";

    /// <summary>A state of access that incidents together say.</summary>
    public const string AccessInferred = "ACCESS_INFERRED";

    /// <summary>Neither enough history nor a live source.</summary>
    public const string NoCoverage = "NO_COVERAGE";

    /// <summary>Coverage was lost; the level is frozen.</summary>
    public const string NoNewsSince = "NO_NEWS_SINCE";

    /// <summary>Size of the incident, with what makes it so.</summary>
    public const string Size = "SIZE";

    /// <summary>How well the incident is supported.</summary>
    public const string Standing = "STANDING";

    /// <summary>The cell of the acute table that decided.</summary>
    public const string AcuteCell = "ACUTE_CELL";

    /// <summary>Not an act that the acute table covers.</summary>
    public const string NotAnAct = "NOT_AN_ACT";

    /// <summary>A person should look: nothing rings before.</summary>
    public const string ReviewQueue = "REVIEW_QUEUE";

    /// <summary>First assessment of the situation.</summary>
    public const string First = "FIRST";

    /// <summary>A site that was not known before.</summary>
    public const string NewSite = "NEW_SITE";

    /// <summary>Fire again after a lull.</summary>
    public const string RenewedFire = "RENEWED_FIRE";

    /// <summary>Larger than before.</summary>
    public const string LargerSize = "LARGER_SIZE";

    /// <summary>Aid staff are affected, which was not known before.</summary>
    public const string AidAffected = "AID_AFFECTED";

    /// <summary>The floor is higher than it ever was in this situation.</summary>
    public const string FloorRaised = "FLOOR_RAISED";

    /// <summary>The table gives a more urgent cell than ever in this situation.</summary>
    public const string MoreUrgent = "MORE_URGENT";

    /// <summary>Nothing new but tolls, names or commentary.</summary>
    public const string NoNewDanger = "NO_NEW_DANGER";

    /// <summary>A toll came too late to change the level.</summary>
    public const string LateToll = "LATE_TOLL";

    /// <summary>The report came after the acute window had closed.</summary>
    public const string LateReport = "LATE_REPORT";

    /// <summary>Some source denies that it happened.</summary>
    public const string Disputed = "DISPUTED";

    /// <summary>No report remains.</summary>
    public const string Retracted = "RETRACTED";

    /// <summary>Support was withdrawn or corrected, and the incident judged anew.</summary>
    public const string JudgedAnew = "JUDGED_ANEW";
}
