using System.Globalization;

namespace Alerts.Forecast.Scoring;

/// <summary>Says in plain words why a forecast is what it is.</summary>
/// <remarks>Whole per cents, "&lt;1 %" and ">99 %" at the ends; sentences in order of weight to a reader. Pure and thread safe.</remarks>
public static class ExplanationText
{
    // Incidents named in words; the data has more.
    private const int Named = 3;

    // Parts of the logit below this change the odds by less than a tenth, and are not worth a sentence.
    private const double WorthSaying = 0.1;

    /// <summary>The sentences, joined by spaces.</summary>
    /// <param name="why">The explanation.</param>
    /// <param name="language">In which language.</param>
    public static string Of(ForecastExplanation why, ExplanationLanguage language) =>
        string.Join(' ', language == ExplanationLanguage.French ? French(why) : English(why));

    private static IEnumerable<string> English(ForecastExplanation why)
    {
        int days = (int)why.Forecast.Horizon;
        yield return $"{Percent(why.Forecast.P)}: at least one deadly attack within 50 km in the next {days} days.";
        foreach (IncidentShare one in Worth(why))
        {
            string kind = one.Lethal ? "deadly attack" : "attack without deaths";
            yield return $"The {kind} of {Day(one)}, {Km(one)} away, counts: without it {Percent(one.PWithout)}.";
        }

        if (why.OtherIncidentCount > 0 && why.OtherIncidents >= WorthSaying) yield return $"{why.OtherIncidentCount} further incidents add to it.";
        if (why.Background >= WorthSaying) yield return "What the place has been like for years raises it.";
        if (why.Surroundings >= WorthSaying) yield return "Attacks 50 to 200 km away raise it.";
        if (why.CountryTrend >= WorthSaying) yield return "In this country more has happened lately than was forecast, which raises it.";
        if (why.CountryTrend <= -WorthSaying) yield return "In this country less has happened lately than was forecast, which lowers it.";
        if (why.Forecast.Skill.IsNone)
            yield return "No skill here: for this city forecasts have been no better than its long-term rate, so the figure leans on that rate.";
        if (why.Forecast.Skill.IsPending)
            yield return "How good past forecasts of this country were is still being worked out: the figure may move a little.";
    }

    private static IEnumerable<string> French(ForecastExplanation why)
    {
        int days = (int)why.Forecast.Horizon;
        yield return $"{Percent(why.Forecast.P)} : au moins une attaque meurtrière à moins de 50 km dans les {days} prochains jours.";
        foreach (IncidentShare one in Worth(why))
        {
            string kind = one.Lethal ? "attaque meurtrière" : "attaque sans mort";
            yield return $"L'{kind} du {Day(one)}, à {Km(one)}, compte : sans elle {Percent(one.PWithout)}.";
        }

        if (why.OtherIncidentCount > 0 && why.OtherIncidents >= WorthSaying) yield return $"{why.OtherIncidentCount} autres incidents s'y ajoutent.";
        if (why.Background >= WorthSaying) yield return "Ce que le lieu a connu depuis des années l'augmente.";
        if (why.Surroundings >= WorthSaying) yield return "Des attaques entre 50 et 200 km l'augmentent.";
        if (why.CountryTrend >= WorthSaying) yield return "Dans ce pays, il s'est passé récemment plus que prévu, ce qui l'augmente.";
        if (why.CountryTrend <= -WorthSaying) yield return "Dans ce pays, il s'est passé récemment moins que prévu, ce qui le réduit.";
        if (why.Forecast.Skill.IsNone)
            yield return "Sans valeur prédictive ici : pour cette ville, les prévisions n'ont pas fait mieux que son taux de long terme ; le chiffre s'en rapproche.";
        if (why.Forecast.Skill.IsPending)
            yield return "La qualité des prévisions passées pour ce pays est encore en cours de calcul : le chiffre peut bouger un peu.";
    }

    private static IEnumerable<IncidentShare> Worth(ForecastExplanation why) =>
        why.Incidents.Where(i => i.Contribution + i.BackgroundContribution >= WorthSaying).Take(Named);

    private static string Day(IncidentShare one) => one.LocalDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Km(IncidentShare one) => one.Km.ToString("0", CultureInfo.InvariantCulture) + " km";

    private static string Percent(double p) => p switch
    {
        < 0.01 => "<1 %",
        > 0.99 => ">99 %",
        _ => (100 * p).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
