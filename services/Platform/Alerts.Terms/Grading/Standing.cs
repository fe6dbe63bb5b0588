namespace Alerts.Terms;

/// <summary>Standing of a statement, per claimant.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum Standing
{
    /// <summary>Claimed by an armed group.</summary>
    Claimed = 1,

    /// <summary>Reported by press, witness or medics.</summary>
    Reported = 2,

    /// <summary>Confirmed by two independent sources of grade C or better, or by an analyst; a belligerent never confirms.</summary>
    Confirmed = 3,

    /// <summary>Denied.</summary>
    Denied = 4,

    /// <summary>Disputed.</summary>
    Disputed = 5,
}
