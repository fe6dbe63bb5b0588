namespace Alerts.Terms;

/// <summary>How exactly a place is known.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum PlacePrecision
{
    /// <summary>A spot.</summary>
    Point = 1,

    /// <summary>Somewhere in a populated place.</summary>
    City = 2,

    /// <summary>Somewhere in an administrative area.</summary>
    AdminArea = 3,

    /// <summary>Somewhere in a country.</summary>
    Country = 4,
}
