namespace Alerts.Forecast.Scoring;

// What the code relies on: without it a score would be wrong without any error.
internal static class ParameterCheck
{
    public static void ThrowIfInconsistent(ForecastParameters p)
    {
        Require(!string.IsNullOrWhiteSpace(p.Version), "version", "must not be empty");
        Require(!string.IsNullOrWhiteSpace(p.Provenance), "provenance", "must not be empty");
        Require(p.Kernels is { Count: > 0 }, "kernels", "must not be empty");
        foreach (ForecastKernel kernel in p.Kernels!)
        {
            Require(kernel is not null && Enum.IsDefined(kernel.Zone), "kernels", "must be whole");
            Positive(kernel!.HalfLifeDays, "kernels.halfLifeDays");
            Positive(kernel.Scale, "kernels.scale");
        }

        Require(p.Kernels.Distinct().Count() == p.Kernels.Count, "kernels", "must differ from each other");
        Require(double.IsFinite(p.PopulationCentreLog10), "populationCentreLog10", "must be a number");
        Require(p.Recalibration is not null, "recalibration", "is missing");
        Positive(p.Recalibration!.HalfLifeDays, "recalibration.halfLifeDays");
        Positive(p.Recalibration.InterceptPrecision, "recalibration.interceptPrecision");
        Positive(p.Recalibration.SlopePrecision, "recalibration.slopePrecision");
        Require(double.IsFinite(p.Recalibration.Hinge), "recalibration.hinge", "must be a number");
        Positive(p.Recalibration.OutcomeWeight, "recalibration.outcomeWeight");
        Require(p.Recalibration.OutcomeWeight <= 1, "recalibration.outcomeWeight", "must be at most 1");
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
        NotNegative(horizon.Kernels, p.Kernels.Count, $"{at}.kernels");
    }

    private static void NotNegative(IReadOnlyList<double>? weights, int count, string member)
    {
        Require(weights?.Count == count, member, $"must have one weight per kernel, {count} in all");
        foreach (double weight in weights!)
            Require(double.IsFinite(weight) && weight >= 0, member, $"must be at least 0, since an event never lowers a forecast, but one is {weight}");
    }

    private static void Positive(double value, string member) => Require(double.IsFinite(value) && value > 0, member, "must be above 0");

    private static void Require(bool holds, string member, string must)
    {
        if (!holds) throw new InvalidDataException($"The parameter file is inconsistent: {member} {must}.");
    }
}
