using Alerts.V1;

namespace Alerts.Risk.Wire;

/// <summary>Says in plain English what a revision of an incident brings that the one before did not have: who speaks, where, what, how many. Pure.</summary>
internal static class RevisionNewsText
{
    // A summary is read at a glance; the incident itself holds everything.
    private const int LongestText = 500;

    /// <returns>Sentences; empty when nothing of this kind is new.</returns>
    public static string Of(Incident before, Incident now)
    {
        HashSet<string> known = [.. before.Reports.Select(r => r.Report)];
        List<string> news =
        [
            .. now.Sites.Skip(before.Sites.Count).Select(s => $"New site: {NameOf(s.Place)}."),
            .. now.Statements.Where(s => !before.Statements.Contains(s)).Select(Say).Where(s => s.Length > 0),
        ];
        if (now.CasualtyEstimate is { } toll && !toll.Equals(before.CasualtyEstimate) && Toll(toll) is { Length: > 0 } counts)
            news.Add($"Toll: {counts}.");
        string[] sources = [.. now.Reports.Where(r => !known.Contains(r.Report)).Select(r => r.Source).Where(s => s.Length > 0).Distinct()];
        if (sources.Length > 0)
            news.Add($"New from {string.Join(", ", sources)}.");
        if (before.Reports.Any(r => !now.Reports.Any(n => n.Report == r.Report)))
            news.Add("A report was withdrawn.");
        string text = string.Join(' ', news);
        return text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";
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

    private static string Say(Statement statement)
    {
        string who = statement.Claimant?.Name is { Length: > 0 } name ? name : "The source";
        string text = statement.Text.TrimEnd('.', ' ');
        return text.Length == 0
            ? ""
            : statement.Standing switch
            {
                Standing.Claimed => $"{who} claims: {text}.",
                Standing.Denied => $"{who} denies: {text}.",
                Standing.Disputed => $"{who} disputes: {text}.",
                Standing.Confirmed => $"{who} confirms: {text}.",
                _ => $"{who} says: {text}.",
            };
    }

    private static string Toll(CasualtyStatement toll) => string.Join(", ", new[]
    {
        Count(toll.Killed, "killed"), Count(toll.AttackersKilled, "attackers killed"), Count(toll.Wounded, "wounded"), Count(toll.Abducted, "abducted or missing"),
    }.Where(t => t.Length > 0));

    private static string Count(CasualtyRange? range, string word) => range switch
    {
        { HasBest: true } => $"{range.Best} {word}",
        { HasLow: true, HasHigh: true } => $"{range.Low} to {range.High} {word}",
        { HasLow: true } => $"at least {range.Low} {word}",
        { HasHigh: true } => $"at most {range.High} {word}",
        _ => "",
    };

    private static string NameOf(Place place) => place.Label.Length > 0 ? place.Label : place.Name;
}
