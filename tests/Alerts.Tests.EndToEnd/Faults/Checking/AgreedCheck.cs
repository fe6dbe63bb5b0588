namespace Alerts.Tests.EndToEnd.Faults.Checking;

// One alert, one body: for every subscriber, over every restart, and in the lists at the end.
internal static class AgreedCheck
{
    public static IEnumerable<string> Run(History history) =>
        history.Lineages.SelectMany(l => l.Value.Select(f => (f.Alert, f.Body, Observer: l.Key)))
            .Concat(history.Alerts.Select(a => (a.Alert, a.Body, Observer: "the log")))
            .GroupBy(o => o.Alert)
            .Where(g => g.Select(o => o.Body).Distinct().Count() > 1)
            .Select(g => $"{g.Key} has {g.Select(o => o.Body).Distinct().Count()} bodies, seen by {string.Join(", ", g.Select(o => o.Observer).Distinct())}.");
}
