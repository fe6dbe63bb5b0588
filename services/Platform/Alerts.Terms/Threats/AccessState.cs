namespace Alerts.Terms;

/// <summary>How well a city, or one way into it, can be used; a higher number is worse.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, and null is never open.</remarks>
public enum AccessState
{
    /// <summary>Usable as always, by the word of a person: nothing else opens.</summary>
    Open = 1,

    /// <summary>Usable with delays, detours, escorts or luck.</summary>
    Constrained = 2,

    /// <summary>Mostly not usable: what comes through is the exception.</summary>
    Restricted = 3,

    /// <summary>Not usable.</summary>
    CutOff = 4,
}
