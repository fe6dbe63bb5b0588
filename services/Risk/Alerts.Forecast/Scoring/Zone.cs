namespace Alerts.Forecast.Scoring;

/// <summary>Around a city: which events a kernel sums up.</summary>
public enum Zone
{
    /// <summary>Days with a lethal event 0 to 25 km away, plus days with one beyond 25 and up to 50 km: at most 2 a day.</summary>
    Near,

    /// <summary>Days with a lethal event beyond 50 and up to 100 km away.</summary>
    Fringe,

    /// <summary>Days with a lethal event beyond 100 and up to 200 km away.</summary>
    Region,

    /// <summary>Events without deaths up to 100 km away, each counted.</summary>
    NonLethal,
}
