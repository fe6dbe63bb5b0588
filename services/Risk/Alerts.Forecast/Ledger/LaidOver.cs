namespace Alerts.Forecast.Ledger;

// One series laid over another: signed differences per day, and the merged series as a cache.
internal sealed class LaidOver(Func<DaySeries?> below, Func<DaySeries> empty)
{
    private readonly SortedDictionary<int, int> _differences = [];
    private DaySeries? _merged;
    private long _belowRevision = -1;

    public void Add(int day, int delta)
    {
        int sum = _differences.GetValueOrDefault(day) + delta;
        if (sum == 0) _differences.Remove(day);
        else _differences[day] = sum;
        _merged = null;
    }

    public DaySeries Merged()
    {
        DaySeries? under = below();
        long revision = under?.Revision ?? 0;
        if (_merged is not null && revision == _belowRevision) return _merged;
        DaySeries merged = under?.Copy() ?? empty();
        foreach ((int day, int delta) in _differences) merged.Add(day, delta);
        _belowRevision = revision;
        return _merged = merged;
    }
}
