namespace Alerts.Terms;

/// <summary>How an alert revision reaches an officer.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value. A program that meets an unknown value treats it as <see cref="Flash"/>.</remarks>
public enum Urgency
{
    /// <summary>Listed; makes no sound.</summary>
    Routine = 1,

    /// <summary>Notifies.</summary>
    Priority = 2,

    /// <summary>Rings.</summary>
    Flash = 3,
}
