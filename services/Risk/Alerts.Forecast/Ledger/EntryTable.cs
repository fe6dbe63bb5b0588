using System.Diagnostics.CodeAnalysis;
using Alerts.Terms;

namespace Alerts.Forecast.Ledger;

// The entries of a ledger by incident and by place. Not thread safe: the ledger locks.
internal sealed class EntryTable
{
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<int, EntryCell> _byCell = [];
    private readonly List<int> _cells = [];

    public int Count => _byId.Count;

    public IEnumerable<Entry> All => _byId.Values;

    public bool TryGet(string incidentId, [NotNullWhen(true)] out Entry? entry) => _byId.TryGetValue(incidentId, out entry);

    public void Add(Entry entry)
    {
        _byId.Add(entry.Event.IncidentId, entry);
        int cell = Cells.Of(entry.Event.Point);
        if (!_byCell.TryGetValue(cell, out EntryCell? here)) _byCell.Add(cell, here = new EntryCell());
        here.Add(entry);
    }

    public void Remove(Entry entry)
    {
        _byId.Remove(entry.Event.IncidentId);
        int cell = Cells.Of(entry.Event.Point);
        EntryCell here = _byCell[cell];
        here.Remove(entry);
        if (here.Count == 0) _byCell.Remove(cell);
    }

    // Entries that may lie within the distance; a few may lie beyond.
    public void Collect(GeoPoint point, double km, List<Entry> found)
    {
        Cells.Collect(point, km, _cells);
        foreach (int cell in _cells)
        {
            if (_byCell.TryGetValue(cell, out EntryCell? here)) found.AddRange(here.All);
        }
    }

    // Counts, by ring, the days of the entries around a city.
    public void Tally(GeoPoint point, UnitVector city, DayTally[] rings)
    {
        Cells.Collect(point, Rings.RegionKm, _cells);
        foreach (int cell in _cells)
        {
            if (_byCell.TryGetValue(cell, out EntryCell? here)) here.Spots.Tally(city, rings);
        }
    }
}
