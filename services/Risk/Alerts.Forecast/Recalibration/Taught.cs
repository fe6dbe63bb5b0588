using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// What past forecasts have taught about a city on a day. IsPending: not all that is known by then has been folded.
internal readonly record struct Taught(Adjustment Days30, Adjustment Days7, ForecastSkill Skill30, ForecastSkill Skill7, bool IsPending)
{
    private static readonly ForecastSkill Unknown = new(null, null) { IsPending = true };

    // Adjusted by what was known before, or by nothing; how good forecasts were is not known.
    public static Taught Pending(Adjustment days30, Adjustment days7) => new(days30, days7, Unknown, Unknown, true);
}
