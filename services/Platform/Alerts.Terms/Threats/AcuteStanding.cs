namespace Alerts.Terms;

/// <summary>How well an incident is supported, as the acute table counts it.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum AcuteStanding
{
    /// <summary>Only graded improbable (5), or only by sources of grade E.</summary>
    Improbable = 1,

    /// <summary>Neither improbable nor credible.</summary>
    Unverified = 2,

    /// <summary>A source of grade A to C with information 1 to 3; or a group's claim together with a report that is not from it.</summary>
    Credible = 3,

    /// <summary>Two independent origins, one graded A to C, or confirmed.</summary>
    Corroborated = 4,
}
