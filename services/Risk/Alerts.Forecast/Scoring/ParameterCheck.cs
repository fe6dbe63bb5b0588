namespace Alerts.Forecast.Scoring;

// What the code relies on: without it a score would be wrong without any error.
internal static class ParameterCheck
{
    public static void ThrowIfInconsistent(ForecastParameters p)
    {
        Require(!string.IsNullOrWhiteSpace(p.Version), "version", "must not be empty");
        Require(!string.IsNullOrWhiteSpace(p.Provenance), "provenance", "must not be empty");
        HalfLives(p.EventHalfLivesDays, "eventHalfLivesDays");
        HalfLives(p.CountryHalfLivesDays, "countryHalfLivesDays");
        Positive(p.NonLethalHalfLifeDays, "nonLethalHalfLifeDays");
        Positive(p.EventScale, "eventScale");
        Positive(p.CountryScale, "countryScale");
        Positive(p.NonLethalScale, "nonLethalScale");
        Require(double.IsFinite(p.PopulationCentreLog10), "populationCentreLog10", "must be a number");
        Require(p.ScoredCities is not null, "scoredCities", "is missing");
        foreach ((string country, int count) in p.ScoredCities!)
            Require(count >= 1, $"scoredCities.{country}", "must be at least 1");
        Require(p.Horizons is not null && p.Horizons.All(h => h is not null), "horizons", "is missing");
        Require(
            p.Horizons!.Select(h => h.Days).Order().SequenceEqual(Enum.GetValues<Horizon>().Select(h => (int)h).Order()),
            "horizons",
            "must hold 7 and 30 days, once each");
        foreach (HorizonParameters horizon in p.Horizons!) Weights(p, horizon);
    }

    private static void Weights(ForecastParameters p, HorizonParameters horizon)
    {
        string at = $"horizons[{horizon.Days} days]";
        Require(double.IsFinite(horizon.Intercept), $"{at}.intercept", "must be a number");
        Require(double.IsFinite(horizon.Population), $"{at}.population", "must be a number");
        NotNegative(horizon.Events, p.EventHalfLivesDays.Count, $"{at}.events");
        NotNegative(horizon.Countries, p.CountryHalfLivesDays.Count, $"{at}.countries");
        NotNegative([horizon.NonLethal], 1, $"{at}.nonLethal");
    }

    private static void HalfLives(IReadOnlyList<double>? days, string member)
    {
        Require(days is { Count: > 0 }, member, "must not be empty");
        double before = 0;
        foreach (double half in days!)
        {
            Require(double.IsFinite(half) && half > before, member, "must be above 0 and rise");
            before = half;
        }
    }

    private static void NotNegative(IReadOnlyList<double>? weights, int count, string member)
    {
        Require(weights?.Count == count, member, $"must have one weight per half-life, {count} in all");
        foreach (double weight in weights!)
            Require(double.IsFinite(weight) && weight >= 0, member, $"must be at least 0, since an event never lowers a forecast, but one is {weight}");
    }

    private static void Positive(double value, string member) => Require(double.IsFinite(value) && value > 0, member, "must be above 0");

    private static void Require(bool holds, string member, string must)
    {
        if (!holds) throw new InvalidDataException($"The parameter file is inconsistent: {member} {must}.");
    }
}
