namespace Alerts.Terms;

/// <summary>Second axis of the Admiralty code: credibility of the information.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum InformationCredibility
{
    /// <summary>1, confirmed by other sources.</summary>
    Confirmed = 1,

    /// <summary>2, probably true.</summary>
    ProbablyTrue = 2,

    /// <summary>3, possibly true.</summary>
    PossiblyTrue = 3,

    /// <summary>4, doubtful.</summary>
    Doubtful = 4,

    /// <summary>5, improbable.</summary>
    Improbable = 5,

    /// <summary>6, truth cannot be judged: unknown, which is not bad.</summary>
    CannotBeJudged = 6,
}
