namespace Alerts.Platform.Access;

/// <summary>Roles; a caller may have several.</summary>
[Flags]
public enum Roles
{
    /// <summary>May do nothing.</summary>
    None = 0,

    /// <summary>Submits, reads, acknowledges, has watches.</summary>
    Officer = 1,

    /// <summary>Reviews.</summary>
    Analyst = 2,

    /// <summary>Signs levels, clears, overrides.</summary>
    Adviser = 4,

    /// <summary>A program: submits, reads, streams.</summary>
    Service = 8,

    /// <summary>Manages people and settings.</summary>
    Administrator = 16,
}
