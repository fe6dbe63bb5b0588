namespace Alerts.Forecast.Scoring;

/// <summary>How far ahead a forecast looks.</summary>
/// <remarks>The numbers are days. A horizon of H days at an instant covers that instant and the H days after it.</remarks>
public enum Horizon
{
    /// <summary>7 days.</summary>
    Days7 = 7,

    /// <summary>30 days.</summary>
    Days30 = 30,
}
