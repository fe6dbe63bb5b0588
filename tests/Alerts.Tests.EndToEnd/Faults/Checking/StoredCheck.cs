namespace Alerts.Tests.EndToEnd.Faults.Checking;

// Each report that was answered OK exists once. One that was never answered may exist, once; what nobody sent must not exist.
internal static class StoredCheck
{
    public static IEnumerable<string> Run(History history)
    {
        Dictionary<string, int> copies = history.Incidents.SelectMany(i => i.Requests).CountBy(r => r).ToDictionary();
        foreach (string request in history.Submitted.Select(s => s.Request))
        {
            string[] names = [.. history.Answered[request].Select(a => a.Report).Distinct()];
            if (names.Length > 1)
                yield return $"{request} was answered with {names.Length} reports: {string.Join(", ", names)}.";
            foreach (string name in names)
            {
                int found = history.Reports[name].Count();
                if (found == 0)
                    yield return $"{name} ({request}) was answered OK and does not exist.";
                else if (history.Reports[name].Any(r => r.Request != request))
                    yield return $"{name} was answered to {request} and is another's report.";
            }

            if (copies.GetValueOrDefault(request) > 1)
                yield return $"{request} is stored {copies[request]} times.";
        }

        foreach (string stranger in copies.Keys.Except(history.Submitted.Select(s => s.Request)))
            yield return $"{stranger} is stored, and nobody sent it.";
    }
}
