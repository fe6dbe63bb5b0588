namespace Alerts.Forecast.Ledger;

// Counts changes by the day that they are about, so that a reader knows whether anything up to a day is other than when it looked last.
// Not thread safe.
internal sealed class DayChanges
{
    private readonly SortedList<int, long> _byDay = [];
    private long _all;

    public void Add(int day)
    {
        _all++;
        int at = _byDay.IndexOfKey(day);
        if (at >= 0)
            _byDay.SetValueAtIndex(at, _byDay.GetValueAtIndex(at) + 1);
        else
            _byDay.Add(day, 1);
    }

    // How many there were about days up to one, that one included. Few are about later days than anybody asks for.
    public long UpTo(int day)
    {
        long count = _all;
        for (int at = _byDay.Count - 1; at >= 0 && _byDay.GetKeyAtIndex(at) > day; at--)
            count -= _byDay.GetValueAtIndex(at);
        return count;
    }
}
