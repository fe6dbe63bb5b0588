namespace Alerts.Risk.Views;

/// <summary>What an adviser has to do; the numbers are those of the proto enum of the same name, the most urgent first.</summary>
public enum ToSignKind
{
    /// <summary>Judge an incident that nothing but improbable statements support.</summary>
    ReviewIncident = 1,

    /// <summary>An override or a hold ends within a day: renew it or let it end.</summary>
    OrderEnds = 2,

    /// <summary>A situation is quiet: sign an all-clear, hold its floor, or let it fall.</summary>
    QuietSituation = 3,

    /// <summary>A signed level is past its review.</summary>
    ReviewOverdue = 4,

    /// <summary>A city is at level 3 or above without a signed level.</summary>
    NotSigned = 5,

    /// <summary>The forecast suggests another level than the signed one.</summary>
    BandDiffers = 6,

    /// <summary>A signed level is due for review within 7 days.</summary>
    ReviewDue = 7,
}
