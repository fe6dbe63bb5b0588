namespace Alerts.Risk.Access;

/// <summary>What a piece of evidence says. Numbers are stored.</summary>
public enum AccessEvidenceKind
{
    /// <summary>Transport attacked or looted on a road outside the city.</summary>
    RoadAttack = 1,

    /// <summary>A road is closed.</summary>
    RoadClosed = 2,

    /// <summary>A blockade or siege.</summary>
    Blockade = 3,

    /// <summary>Something that comes by road runs short in the city.</summary>
    Shortage = 4,

    /// <summary>A checkpoint, restriction, curfew or the like: it delays.</summary>
    Hindrance = 5,

    /// <summary>A closure or attacks are announced or threatened.</summary>
    Threat = 6,

    /// <summary>The airport is closed.</summary>
    AirportClosed = 7,

    /// <summary>Telephone or internet is down.</summary>
    Outage = 8,
}
