using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Forecast.Scoring;

/// <summary>All numbers of the forecast: one versioned file, made by a fit and never typed into code.</summary>
/// <remarks>
/// logit P = intercept + Σ kernels_k · ln(1 + scale_k · S_k) + population · (log10 population − centre) + recalibration of the country
/// + lean on the long-term rate where there is no skill. Kernels are data, so a new fit needs a new file and no new code. Nothing in it
/// names a place: it serves countries that the fit never saw. Immutable and thread safe.
/// </remarks>
public sealed record ForecastParameters
{
    private const string Resource = "parameters-2.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Name of this parameter set; stored beside every forecast that it made. Not empty.</summary>
    public required string Version { get; init; }

    /// <summary>What it was fitted on, with the sources and their licences. Not empty.</summary>
    public required string Provenance { get; init; }

    /// <summary>Last local day whose events the fit has seen.</summary>
    public required DateOnly FittedThrough { get; init; }

    /// <summary>The decayed sums that are weighed; not empty, no two alike.</summary>
    public required IReadOnlyList<ForecastKernel> Kernels { get; init; }

    /// <summary>log10 of the population at which the population term is 0.</summary>
    public required double PopulationCentreLog10 { get; init; }

    /// <summary>One entry per horizon; exactly 30 and 7 days, in any order.</summary>
    public required IReadOnlyList<HorizonParameters> Horizons { get; init; }

    /// <summary>How forecasts learn from what has come true.</summary>
    public required RecalibrationParameters Recalibration { get; init; }

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

    /// <summary>Writes the parameters as a file that <see cref="Load"/> reads.</summary>
    public void Save(Stream json) => JsonSerializer.Serialize(json, this, Json);

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
}
