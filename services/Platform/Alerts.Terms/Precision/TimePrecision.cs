namespace Alerts.Terms;

/// <summary>How exactly a time is known.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum TimePrecision
{
    /// <summary>To the minute.</summary>
    Exact = 1,

    /// <summary>To about an hour.</summary>
    Hour = 2,

    /// <summary>Morning, afternoon, evening, night.</summary>
    PartOfDay = 3,

    /// <summary>A local calendar day; never shifted to UTC.</summary>
    Day = 4,

    /// <summary>A week.</summary>
    Week = 5,

    /// <summary>A month.</summary>
    Month = 6,
}
