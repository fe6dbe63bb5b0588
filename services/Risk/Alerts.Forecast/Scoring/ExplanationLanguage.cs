namespace Alerts.Forecast.Scoring;

/// <summary>A language in which a forecast can be explained.</summary>
public enum ExplanationLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>French.</summary>
    French,
}
