namespace Alerts.Forecast.Scoring;

/// <summary>What a term of the score stands for.</summary>
public enum TermKind
{
    /// <summary>The logit of a place without history.</summary>
    Intercept,

    /// <summary>Days with lethal events within 50 km; one term per kernel.</summary>
    Events,

    /// <summary>Days with lethal events beyond 50 and up to 200 km; one term per kernel.</summary>
    Surroundings,

    /// <summary>Events without deaths within 100 km.</summary>
    NonLethal,

    /// <summary>Size of the place.</summary>
    Population,

    /// <summary>What lately came true in the country against what was forecast there: the recalibration.</summary>
    Country,

    /// <summary>Where forecasts have been no better than the place's long-term rate: the way towards that rate.</summary>
    Climatology,
}
