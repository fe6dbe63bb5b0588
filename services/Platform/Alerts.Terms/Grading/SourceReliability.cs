namespace Alerts.Terms;

/// <summary>First axis of the Admiralty code: reliability of the source.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum SourceReliability
{
    /// <summary>Completely reliable.</summary>
    A = 1,

    /// <summary>Usually reliable.</summary>
    B = 2,

    /// <summary>Fairly reliable.</summary>
    C = 3,

    /// <summary>Not usually reliable.</summary>
    D = 4,

    /// <summary>Unreliable.</summary>
    E = 5,

    /// <summary>Reliability cannot be judged: unknown, which is not bad.</summary>
    F = 6,
}
