namespace Alerts.Terms;

/// <summary>Size of an incident in the acute table.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum IncidentSize
{
    /// <summary>At most 2 killed, one spot, over.</summary>
    Minor = 1,

    /// <summary>At least 3 killed, or an aid, diplomatic, transport or security target, or an IED, or still going on, or unknown.</summary>
    Serious = 2,

    /// <summary>Complex or suicide attack, at least 10 killed, an airport hit, or two sites more than 1 km apart.</summary>
    Major = 3,
}
