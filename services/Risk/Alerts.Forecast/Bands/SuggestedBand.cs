using Alerts.Terms;

namespace Alerts.Forecast.Bands;

/// <summary>The level that the forecast suggests, with the patience that keeps it from flickering.</summary>
/// <remarks>
/// It rises at once and falls one step after two weekly checks in a row below 0.7 times its lower cut. Cuts and rule: on the fit's regions
/// the observed rates in the five bands were 1.0, 4.9, 13.7, 41.6 and 84.2 %, and the rule took changes from 3.65 to 1.62 per city and
/// year. Immutable and thread safe; the default value is not a band.
/// </remarks>
/// <param name="Level">1 to 5; never 6, which comes from acute rules or an adviser.</param>
/// <param name="ChecksBelow">Weekly checks in a row that were below the threshold, 0 or 1.</param>
public readonly record struct SuggestedBand(ThreatLevel Level, int ChecksBelow)
{
    /// <summary>Checks in a row below the threshold that take the band down one step.</summary>
    public const int ChecksToFall = 2;

    /// <summary>Part of the lower cut below which a check counts towards falling.</summary>
    public const double FallFactor = 0.7;

    /// <summary>Days between two weekly checks.</summary>
    public const int DaysBetweenChecks = 7;

    // P of 30 days from which levels 2, 3, 4 and 5 start.
    private static readonly double[] Cuts = [0.02, 0.08, 0.25, 0.60];

    /// <summary>The band of a probability without any history.</summary>
    /// <param name="p30">Probability for 30 days, 0 to 1.</param>
    public static SuggestedBand Start(double p30) => new(LevelOf(p30), 0);

    /// <summary>The level of a probability alone: from 2 % Low, from 8 % Moderate, from 25 % Substantial, from 60 % High, else Minimal.</summary>
    /// <param name="p30">Probability for 30 days, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 1.</exception>
    public static ThreatLevel LevelOf(double p30)
    {
        if (p30 is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p30), p30, "A probability is within 0 to 1.");
        return ThreatLevel.Minimal + Cuts.Count(cut => p30 >= cut);
    }

    /// <summary>Any look at the forecast between weekly checks: raises the band at once, never lowers it.</summary>
    /// <param name="p30">Probability for 30 days, 0 to 1.</param>
    public SuggestedBand Observe(double p30) => LevelOf(p30) > Level ? Start(p30) : this;

    /// <summary>The weekly check: raises at once, or counts towards falling, or starts the count anew.</summary>
    /// <param name="p30">Probability for 30 days, 0 to 1.</param>
    public SuggestedBand CheckWeekly(double p30)
    {
        if (LevelOf(p30) > Level) return Start(p30);
        if (Level == ThreatLevel.Minimal || p30 >= FallFactor * Cuts[Level - ThreatLevel.Low]) return this with { ChecksBelow = 0 };
        return ChecksBelow + 1 < ChecksToFall ? this with { ChecksBelow = ChecksBelow + 1 } : new SuggestedBand(Level - 1, 0);
    }
}
