namespace Alerts.Forecast.Scoring;

/// <summary>What a term of the score stands for.</summary>
public enum TermKind
{
    /// <summary>The logit of a place without history.</summary>
    Intercept,

    /// <summary>Days with lethal events within 50 km; one term per half-life.</summary>
    Events,

    /// <summary>Lethal events of the country per scored place; one term per half-life.</summary>
    Country,

    /// <summary>Size of the place.</summary>
    Population,

    /// <summary>Events without deaths within 100 km.</summary>
    NonLethal,
}
