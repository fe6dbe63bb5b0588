namespace Alerts.Terms;

/// <summary>State of an incident over all its reports.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum Verification
{
    /// <summary>One origin, or none of grade A to C.</summary>
    Unverified = 1,

    /// <summary>Two independent origins, one graded A to C.</summary>
    Corroborated = 2,

    /// <summary>Two independent origins of grade C or better that confirm, or an analyst.</summary>
    Confirmed = 3,

    /// <summary>Some source denies that it happened.</summary>
    Disputed = 4,

    /// <summary>No report remains.</summary>
    Retracted = 5,
}
