namespace Alerts.Forecast.Scoring;

/// <summary>What one incident does to a city's forecast.</summary>
public sealed record IncidentShare
{
    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>Its local day.</summary>
    public required DateOnly LocalDay { get; init; }

    /// <summary>Great-circle distance from the city's centre, kilometres, 0 to 100.</summary>
    public required double Km { get; init; }

    /// <summary>Whether it counts as lethal.</summary>
    public required bool Lethal { get; init; }

    /// <summary>Its part of the recent terms of the logit: half-lives up to 90 days and the non-lethal term; at least 0.</summary>
    public required double Contribution { get; init; }

    /// <summary>Its part of <see cref="ForecastExplanation.Background"/>; at least 0.</summary>
    public required double BackgroundContribution { get; init; }

    /// <summary>Its part of all that events near the city add to the logit, 0 to 1: both contributions over the event and non-lethal terms.</summary>
    public required double Share { get; init; }

    /// <summary>The probability if this incident had not happened, computed anew with what past forecasts have taught as it is; never above the forecast's.</summary>
    public required double PWithout { get; init; }
}
