namespace Alerts.Forecast.Scoring;

/// <summary>Why a forecast is what it is. All contributions are on the logit scale.</summary>
/// <remarks>
/// Intercept + Population + CountryTrend + Climatology + Surroundings + Background + OtherIncidents + the contributions of
/// <see cref="Incidents"/> = logit, within 1e-9. Immutable and thread safe.
/// </remarks>
public sealed record ForecastExplanation
{
    /// <summary>The forecast that is explained.</summary>
    public required CityForecast Forecast { get; init; }

    /// <summary>The incidents that weigh most, heaviest first; equal ones by id.</summary>
    public required IReadOnlyList<IncidentShare> Incidents { get; init; }

    /// <summary>How many further incidents count.</summary>
    public required int OtherIncidentCount { get; init; }

    /// <summary>Recent part of the incidents that are not listed.</summary>
    public required double OtherIncidents { get; init; }

    /// <summary>The event terms with half-lives above 90 days: what the place has been like for years.</summary>
    public required double Background { get; init; }

    /// <summary>Lethal events beyond 50 and up to 200 km; at least 0.</summary>
    public required double Surroundings { get; init; }

    /// <summary>What lately came true in the country against what was forecast there; any sign.</summary>
    public required double CountryTrend { get; init; }

    /// <summary>The way towards the place's long-term rate; 0 unless its forecasts are without skill.</summary>
    public required double Climatology { get; init; }

    /// <summary>The population term; any sign.</summary>
    public required double Population { get; init; }

    /// <summary>The intercept.</summary>
    public required double Intercept { get; init; }

    /// <summary>The same, naming only some of the incidents; what the others contribute is with the further ones.</summary>
    /// <param name="may">Whether an incident may be named, by its id.</param>
    public ForecastExplanation Naming(Func<string, bool> may)
    {
        IncidentShare[] withheld = [.. Incidents.Where(incident => !may(incident.IncidentId))];
        return withheld.Length == 0
            ? this
            : this with
            {
                Incidents = [.. Incidents.Except(withheld)],
                OtherIncidentCount = OtherIncidentCount + withheld.Length,
                OtherIncidents = OtherIncidents + withheld.Sum(incident => incident.Contribution),
            };
    }
}
