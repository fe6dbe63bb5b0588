namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>A history, sorted for the checks. Holds nothing but what the records say.</summary>
internal sealed class History
{
    public History(IReadOnlyList<HistoryRecord> records)
    {
        Records = records;
        Submitted = [.. records.OfType<HistoryRecord.Submitted>()];
        Answered = records.OfType<HistoryRecord.Answered>().ToLookup(a => a.Request);
        Killed = [.. records.OfType<HistoryRecord.Killed>()];
        Reports = records.OfType<HistoryRecord.StoredReport>().ToLookup(r => r.Report);
        Incidents = [.. records.OfType<HistoryRecord.StoredIncident>()];
        Alerts = [.. records.OfType<HistoryRecord.StoredAlert>()];
        Threats = records.OfType<HistoryRecord.StoredThreat>().ToDictionary(t => t.City);
        Lineages = records.OfType<HistoryRecord.Delivered>().GroupBy(d => d.Lineage)
            .ToDictionary(g => g.Key, IReadOnlyList<HistoryRecord.Delivered> (g) => [.. g]);
        Wishes = records.OfType<HistoryRecord.Joined>().ToDictionary(j => j.Lineage, j => j.Countries);
        foreach (string lineage in records.OfType<HistoryRecord.Marked>().Select(m => m.Lineage))
            Lineages.TryAdd(lineage, []);
    }

    public IReadOnlyList<HistoryRecord> Records { get; }

    public IReadOnlyList<HistoryRecord.Submitted> Submitted { get; }

    public ILookup<string, HistoryRecord.Answered> Answered { get; }

    public IReadOnlyList<HistoryRecord.Killed> Killed { get; }

    public ILookup<string, HistoryRecord.StoredReport> Reports { get; }

    public IReadOnlyList<HistoryRecord.StoredIncident> Incidents { get; }

    /// <summary>In the order of the log, oldest first.</summary>
    public IReadOnlyList<HistoryRecord.StoredAlert> Alerts { get; }

    public Dictionary<int, HistoryRecord.StoredThreat> Threats { get; }

    /// <summary>The countries that a subscriber wants; who is not here wants everything.</summary>
    public Dictionary<string, IReadOnlyList<string>> Wishes { get; }

    /// <summary>Whether a subscriber is to get an alert.</summary>
    public bool Wants(string lineage, HistoryRecord.StoredAlert alert) =>
        alert.Countries is null || !Wishes.TryGetValue(lineage, out IReadOnlyList<string>? wished) || alert.Countries.Intersect(wished).Any();

    /// <summary>What each subscriber got, in the order in which it came.</summary>
    public Dictionary<string, IReadOnlyList<HistoryRecord.Delivered>> Lineages { get; }
}
