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

    /// <summary>Manages the people and keys of the own organisation.</summary>
    Administrator = 16,

    /// <summary>Manages all organisations of the installation: the token of the machine that the server runs on. Not given to people.</summary>
    Installation = 32,

    /// <summary>A device that has been invited and has no key yet: may accept its invitation and nothing else.</summary>
    Invited = 64,
}
