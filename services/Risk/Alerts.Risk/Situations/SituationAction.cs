namespace Alerts.Risk.Situations;

/// <summary>What a revision of a situation does; the numbers are those of the proto enum AlertAction.</summary>
public enum SituationAction
{
    /// <summary>First alert.</summary>
    Raise = 1,

    /// <summary>New facts.</summary>
    Update = 2,

    /// <summary>Worse than before.</summary>
    Escalate = 3,

    /// <summary>A person's signed all-clear.</summary>
    Clear = 4,

    /// <summary>Issued in error.</summary>
    Cancel = 5,

    /// <summary>Ran out without news.</summary>
    Expire = 6,
}
