namespace Alerts.Terms;

/// <summary>What access to a city is made of.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum AccessAspect
{
    /// <summary>Roads, each axis by itself or all together.</summary>
    Road = 1,

    /// <summary>Fuel in the city.</summary>
    Fuel = 2,

    /// <summary>The city's airport.</summary>
    Airport = 3,

    /// <summary>Telephone and internet.</summary>
    Communications = 4,
}
