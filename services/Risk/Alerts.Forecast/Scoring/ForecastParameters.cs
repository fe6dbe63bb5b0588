using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Forecast.Scoring;

/// <summary>All numbers of the forecast: one versioned file, made by a fit and never typed into code.</summary>
/// <remarks>
/// logit P = intercept + Σ events_h · ln(1 + eventScale · E_h) + Σ countries_h · ln(1 + countryScale · C_h / scored cities)
/// + population · (log10 population − centre) + nonLethal · ln(1 + nonLethalScale · N). Half-lives, scales and the number of kernels are
/// data, so a new fit needs a new file and no new code. Immutable and thread safe.
/// </remarks>
public sealed record ForecastParameters
{
    private const string Resource = "parameters-1.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
    };

    /// <summary>Name of this parameter set; stored beside every forecast that it made. Not empty.</summary>
    public required string Version { get; init; }

    /// <summary>What it was fitted on, with the sources and their licences. Not empty.</summary>
    public required string Provenance { get; init; }

    /// <summary>Last local day whose events the fit has seen.</summary>
    public required DateOnly FittedThrough { get; init; }

    /// <summary>Half-lives of the city's decayed event-days, days, above 0, rising.</summary>
    public required IReadOnlyList<double> EventHalfLivesDays { get; init; }

    /// <summary>Factor within the logarithm of the event terms, above 0.</summary>
    public required double EventScale { get; init; }

    /// <summary>Half-lives of the country's decayed lethal events, days, above 0, rising.</summary>
    public required IReadOnlyList<double> CountryHalfLivesDays { get; init; }

    /// <summary>Factor within the logarithm of the country terms, above 0.</summary>
    public required double CountryScale { get; init; }

    /// <summary>Half-life of the decayed number of non-lethal events, days, above 0.</summary>
    public required double NonLethalHalfLifeDays { get; init; }

    /// <summary>Factor within the logarithm of the non-lethal term, above 0.</summary>
    public required double NonLethalScale { get; init; }

    /// <summary>log10 of the population at which the population term is 0.</summary>
    public required double PopulationCentreLog10 { get; init; }

    /// <summary>One entry per horizon; exactly 30 and 7 days, in any order.</summary>
    public required IReadOnlyList<HorizonParameters> Horizons { get; init; }

    /// <summary>
    /// Number of scored places by ISO 3166-1 alpha-2 code, each at least 1: the divisor of the country terms. It is part of the
    /// parameters so that adding a place to the map does not move forecasts. A country that is not listed counts as 1 place.
    /// </summary>
    public required IReadOnlyDictionary<string, int> ScoredCities { get; init; }

    /// <summary>The parameters that ship with the program.</summary>
    /// <exception cref="InvalidDataException">The embedded file is missing or inconsistent.</exception>
    public static ForecastParameters LoadDefault()
    {
        using Stream stream = typeof(ForecastParameters).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The program was built without {Resource}.");
        return Load(stream);
    }

    /// <summary>Reads a parameter file.</summary>
    /// <param name="json">UTF-8 JSON with the members of this type in camel case; unknown and repeated members are refused.</param>
    /// <exception cref="InvalidDataException">The file is not JSON of this form or its numbers contradict each other; the message names the member.</exception>
    public static ForecastParameters Load(Stream json)
    {
        ForecastParameters read;
        try
        {
            read = JsonSerializer.Deserialize<ForecastParameters>(json, Json) ?? throw new InvalidDataException("The parameter file is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The parameter file cannot be read: {e.Message}", e);
        }

        ParameterCheck.ThrowIfInconsistent(read);
        return read;
    }

    /// <summary>The weights of a horizon.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such horizon.</exception>
    public HorizonParameters For(Horizon horizon)
    {
        for (int i = 0; i < Horizons.Count; i++)
        {
            if (Horizons[i].Days == (int)horizon) return Horizons[i];
        }

        throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The parameters have no such horizon.");
    }

    /// <summary>Number of scored places of a country, at least 1; 1 when the country is not listed.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2, upper case.</param>
    public int ScoredCitiesOf(string countryCode) => ScoredCities.TryGetValue(countryCode, out int count) ? count : 1;
}
