namespace Alerts.Reading;

/// <summary>The slots of a report that a reader fills or leaves empty.</summary>
public enum ReadSlot
{
    /// <summary>What happened.</summary>
    Type,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>Who did it.</summary>
    Actor,

    /// <summary>To whom or what.</summary>
    Targets,

    /// <summary>How many were killed.</summary>
    Killed,

    /// <summary>How many were wounded.</summary>
    Wounded,

    /// <summary>Who says so.</summary>
    Standing,
}
