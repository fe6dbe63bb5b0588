namespace Alerts.Terms;

/// <summary>Who makes a statement.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum ClaimantKind
{
    /// <summary>Press, radio, wire.</summary>
    Press = 1,

    /// <summary>A witness or a colleague on the spot.</summary>
    Witness = 2,

    /// <summary>Hospital or medical staff.</summary>
    Medical = 3,

    /// <summary>Government, army, police: a belligerent where it fights.</summary>
    Authorities = 4,

    /// <summary>An armed group: a belligerent.</summary>
    ArmedGroup = 5,

    /// <summary>An analyst of this organisation.</summary>
    Analyst = 6,

    /// <summary>An agency, NGO or international organisation.</summary>
    Organisation = 7,
}
