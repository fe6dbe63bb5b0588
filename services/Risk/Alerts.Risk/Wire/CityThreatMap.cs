using Alerts.Forecast.Bands;
using Alerts.Forecast.Scoring;
using Alerts.Risk.Views;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Risk.Wire;

/// <summary>Makes the message about one city. Pure.</summary>
internal static class CityThreatMap
{
    private const string DayFormat = "yyyy-MM-dd";

    public static CityThreat ToThreat(CityReading reading)
    {
        var threat = new CityThreat
        {
            Name = $"cities/{reading.City.GeonameId}/threat",
            City = AlertDraftMap.ToPlace(reading.City),
            Scope = reading.Scope.Value,
            AsOfTime = Timestamp.FromDateTimeOffset(reading.At),
            Level = (ThreatLevel)(reading.Level.Level ?? 0),
            NotAssessedReason = reading.Level.Level is null ? NotAssessedReason.NoCoverage : NotAssessedReason.Unspecified,
            Band = (ThreatLevel)(reading.Level.Band ?? 0),
            AcuteFloor = (ThreatLevel)(reading.Level.AcuteFloor ?? 0),
            Reasons = { reading.Level.Reasons.Select(AlertDraftMap.ToReason) },
            Coverage = ToCoverage(reading),
            Situations = { reading.Situations },
            Exercise = reading.Exercise,
            Access = reading.Access is { } access ? AccessMap.ToPicture(access) : null,
        };
        if (reading.Orders is { Assessed: { } assessed, SignedFor: { } area })
            threat.Assessed = SignedMap.ToAssessed(assessed, area);
        threat.Overrides.AddRange(reading.Orders.Overrides.Select(SignedMap.ToOverride));
        if (reading is { Days30: { } days30, Days7: { } days7 })
            threat.Forecast = ToForecast(days30, days7, reading.Explanation);
        return threat;
    }

    private static V1.Coverage ToCoverage(CityReading reading)
    {
        Forecast.Bands.Coverage coverage = reading.Coverage;
        return new V1.Coverage
        {
            HistoryFrom = coverage.HistoryFrom?.ToString(DayFormat) ?? "",
            HistoryThrough = coverage.HistoryThrough?.ToString(DayFormat) ?? "",
            LastHeardTime = coverage.LastHeard is { } heard ? Timestamp.FromDateTimeOffset(heard) : null,
            LiveSources = CoverageRule.IsLive(coverage, reading.At) ? 1 : 0,
            Sufficient = reading.Level.IsCovered,
            FrozenSinceTime = reading.Level.FrozenSince is { } since ? Timestamp.FromDateTimeOffset(since) : null,
        };
    }

    private static V1.Forecast ToForecast(CityForecast days30, CityForecast days7, ForecastExplanation? explanation)
    {
        var forecast = new V1.Forecast
        {
            Probability30D = days30.P,
            Probability7D = days7.P,
            Logit30D = days30.Logit,
            ParameterVersion = days30.ParametersVersion,
            NoSkill = days30.Skill.IsNone,
            SkillPending = days30.Skill.IsPending,
            // Kernels that differ in scale alone bend one curve: together they are one term to readers.
            Terms = { days30.Terms.GroupBy(NameOf).Select(g => new V1.ForecastTerm { Name = g.Key, Contribution = g.Sum(t => t.Contribution) }) },
        };
        if (days30.Skill.City is { } skill) forecast.Skill30D = skill;
        if (days30.Skill.Country is { } country) forecast.CountrySkill30D = country;
        if (explanation is not null)
        {
            forecast.Explanation.Add("en", ExplanationText.Of(explanation, ExplanationLanguage.English));
            forecast.Explanation.Add("fr", ExplanationText.Of(explanation, ExplanationLanguage.French));
        }

        foreach (IncidentShare share in explanation?.Incidents ?? [])
        {
            forecast.TopIncidents.Add(new ForecastIncident
            {
                Incident = share.IncidentId,
                LocalDate = share.LocalDay.ToString(DayFormat),
                DistanceKm = share.Km,
                Contribution = share.Contribution + share.BackgroundContribution,
                Probability30DWithout = share.PWithout,
            });
        }

        return forecast;
    }

    private static string NameOf(Forecast.Scoring.ForecastTerm term)
    {
        string kind = term.Kind == TermKind.NonLethal ? "non_lethal" : term.Kind.ToString().ToLowerInvariant();
        return term.HalfLifeDays is { } days ? $"{kind}_{days:0}d" : kind;
    }
}
