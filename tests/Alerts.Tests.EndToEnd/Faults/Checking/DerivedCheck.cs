namespace Alerts.Tests.EndToEnd.Faults.Checking;

// Each report of a history is an attack of its own that must ring once: one incident of that report alone, one situation with one alert, and
// one situation more in the threat of its city.
internal static class DerivedCheck
{
    public static IEnumerable<string> Run(History history)
    {
        ILookup<string, HistoryRecord.StoredIncident> homes = history.Incidents
            .SelectMany(i => i.Requests.Select(r => (Request: r, Incident: i))).ToLookup(p => p.Request, p => p.Incident);
        ILookup<string, HistoryRecord.StoredAlert> alerts = history.Alerts.ToLookup(a => a.Incident);
        foreach (HistoryRecord.Submitted sent in history.Submitted.Where(s => history.Answered[s.Request].Any()))
        {
            HistoryRecord.StoredIncident[] incidents = [.. homes[sent.Request]];
            if (incidents.Length != 1)
            {
                yield return $"{sent.Request} is part of {incidents.Length} incidents instead of one.";
                continue;
            }

            string incident = incidents[0].Incident;
            if (incidents[0].Reports.Count != 1)
                yield return $"{incident} is made of {incidents[0].Reports.Count} reports instead of {sent.Request} alone.";
            if (history.Reports[incidents[0].Reports[0]].FirstOrDefault() is { } report && report.Incident != incident)
                yield return $"{report.Report} says that it is part of '{report.Incident}', and {incident} says that it is part of it.";
            HistoryRecord.StoredAlert[] raised = [.. alerts[incident]];
            if (raised.Length != 1)
            {
                yield return $"{incident} ({sent.Request}) raised {raised.Length} alerts instead of one.";
                continue;
            }

            if (raised[0].Revision != 1)
                yield return $"The only alert of {incident} is revision {raised[0].Revision} of {raised[0].Situation}.";
            int counted = history.Threats.GetValueOrDefault(sent.City)?.Situations.Count(s => s == raised[0].Situation) ?? 0;
            if (counted != 1)
                yield return $"City {sent.City} counts {raised[0].Situation} ({sent.Request}) {counted} times instead of once.";
        }

        HashSet<string> known = [.. history.Incidents.Select(i => i.Incident)];
        foreach (IGrouping<string, HistoryRecord.StoredAlert> group in alerts.Where(g => g.Key.Length > 0 && !known.Contains(g.Key)))
            yield return $"{group.First().Alert} is about {group.Key}, which does not exist.";
    }
}
