using Alerts.Terms;
using Alerts.V1;
using CasualtyRange = Alerts.V1.CasualtyRange;
using Standing = Alerts.V1.Standing;

namespace Alerts.Risk.Wire;

/// <summary>Says in plain words what a revision of an incident brings that the one before did not have: who speaks, where, what, how many. Pure.</summary>
internal static class RevisionNewsText
{
    // A summary is read at a glance; the incident itself holds everything.
    private const int LongestText = 500;

    /// <returns>Sentences; empty when nothing of this kind is new.</returns>
    public static Phrase Of(Incident before, Incident now)
    {
        HashSet<string> known = [.. before.Reports.Select(r => r.Report)];
        List<Phrase> news =
        [
            .. now.Sites.Skip(before.Sites.Count).Select(s => new Phrase($"New site: {NameOf(s.Place)}.", $"Nouveau site : {NameOf(s.Place)}.")),
            .. now.Statements.Where(s => !before.Statements.Contains(s)).Select(Say),
        ];
        if (now.CasualtyEstimate is { } toll && !toll.Equals(before.CasualtyEstimate))
            news.Add(Tell(toll));
        string[] sources = [.. now.Reports.Where(r => !known.Contains(r.Report)).Select(r => r.Source).Where(s => s.Length > 0).Distinct()];
        if (sources.Length > 0)
            news.Add(new Phrase($"New from {string.Join(", ", sources)}.", $"Nouveau, de {string.Join(", ", sources)}."));
        if (before.Reports.Any(r => !now.Reports.Any(n => n.Report == r.Report)))
            news.Add(new Phrase("A report was withdrawn.", "Un rapport a été retiré."));
        Phrase text = Phrase.Sentences(news);
        return new Phrase(Short(text.English), Short(text.French));
    }

    /// <summary>Says what is known when officers first hear of an incident: how many, and from whom.</summary>
    /// <returns>Sentences; empty when neither is known.</returns>
    public static Phrase AtFirst(Incident now)
    {
        string[] sources = [.. now.Reports.Select(r => r.Source).Where(s => s.Length > 0).Distinct()];
        Phrase text = Phrase.Sentences(
            now.CasualtyEstimate is { } toll ? Tell(toll) : Phrase.Empty,
            sources.Length > 0 ? new Phrase($"Reported by {string.Join(", ", sources)}.", $"Signalé par {string.Join(", ", sources)}.") : Phrase.Empty);
        return new Phrase(Short(text.English), Short(text.French));
    }

    /// <returns>Whether two revisions differ in nothing but links to other incidents.</returns>
    public static bool IsOnlyLinks(IncidentRecorded before, IncidentRecorded now)
    {
        IncidentRecorded same = now.Clone();
        same.Incident.Links.Clear();
        same.Incident.Links.AddRange(before.Incident.Links);
        same.Incident.Revision = before.Incident.Revision;
        same.Incident.UpdateTime = before.Incident.UpdateTime;
        return same.Equals(before);
    }

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    private static Phrase Say(Statement statement)
    {
        Phrase who = statement.Claimant?.Name is { Length: > 0 } name ? Phrase.Of(name) : new("The source", "La source");
        string text = statement.Text.TrimEnd('.', ' ');
        Phrase says = statement.Standing switch
        {
            Standing.Claimed => new(" claims: ", " affirme : "),
            Standing.Denied => new(" denies: ", " nie : "),
            Standing.Disputed => new(" disputes: ", " conteste : "),
            Standing.Confirmed => new(" confirms: ", " confirme : "),
            _ => new(" says: ", " dit : "),
        };
        return text.Length == 0 ? Phrase.Empty : who + says + Phrase.Of(text + ".");
    }

    private static Phrase Tell(CasualtyStatement toll) =>
        Toll(toll) is { English.Length: > 0 } counts ? new Phrase("Toll: ", "Bilan : ") + counts + Phrase.Of(".") : Phrase.Empty;

    private static Phrase Toll(CasualtyStatement toll) => Phrase.List(new[]
    {
        Count(toll.Killed, new("killed", "tué"), new("killed", "tués")),
        Count(toll.AttackersKilled, new("attacker killed", "assaillant tué"), new("attackers killed", "assaillants tués")),
        Count(toll.Wounded, new("wounded", "blessé"), new("wounded", "blessés")),
        Count(toll.Abducted, new("abducted or missing", "enlevé ou disparu"), new("abducted or missing", "enlevés ou disparus")),
    }.OfType<Phrase>());

    // Null: nobody has counted.
    private static Phrase? Count(CasualtyRange? range, Phrase one, Phrase many) => range switch
    {
        { HasBest: true, Best: 0 } => new Phrase("none ", "aucun ") + one,
        { HasBest: true } => Number(range.Best, one, many),
        { HasLow: true, HasHigh: true } => new Phrase($"{range.Low} to ", $"{range.Low} à ") + Number(range.High, one, many),
        { HasLow: true } => new Phrase("at least ", "au moins ") + Number(range.Low, one, many),
        { HasHigh: true } => new Phrase("at most ", "au plus ") + Number(range.High, one, many),
        _ => null,
    };

    private static Phrase Number(long number, Phrase one, Phrase many) => Phrase.Of($"{number} ") + (number == 1 ? one : many);

    private static string NameOf(Place place) => place.Label.Length > 0 ? place.Label : place.Name;
}
