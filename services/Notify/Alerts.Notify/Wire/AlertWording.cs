using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Says an alert in a language. Risk and notify write every text in each of them; one of them goes out. Pure.
internal static class AlertWording
{
    // Stands in for what was written before there was French: English.
    public static V1.Alert In(V1.Alert stored, Language language)
    {
        V1.Alert alert = stored.Clone();
        alert.Words.Clear();
        if (language != Language.English && stored.Words.TryGetValue(language.Tag, out V1.AlertWords? words))
            (alert.Headline, alert.Summary) = (words.Headline, words.Summary);
        foreach (V1.LevelReason reason in AllReasons(alert))
        {
            if (language != Language.English && reason.Texts.TryGetValue(language.Tag, out string? text))
                reason.Text = text;
            reason.Texts.Clear();
        }

        return alert;
    }

    private static IEnumerable<V1.LevelReason> AllReasons(V1.Alert alert) =>
        alert.Reasons.Concat(alert.Access is { } access ? access.Reasons.Concat(access.Ways.SelectMany(way => way.Reasons)) : []);
}
