namespace Alerts.Risk.Access;

/// <summary>One of eight sides of a city, each 45 degrees wide around its direction.</summary>
public enum CompassSector
{
    /// <summary>North.</summary>
    North = 1,

    /// <summary>North-east.</summary>
    NorthEast = 2,

    /// <summary>East.</summary>
    East = 3,

    /// <summary>South-east.</summary>
    SouthEast = 4,

    /// <summary>South.</summary>
    South = 5,

    /// <summary>South-west.</summary>
    SouthWest = 6,

    /// <summary>West.</summary>
    West = 7,

    /// <summary>North-west.</summary>
    NorthWest = 8,
}
