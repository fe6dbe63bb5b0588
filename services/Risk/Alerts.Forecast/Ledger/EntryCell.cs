namespace Alerts.Forecast.Ledger;

// The entries of one cell of the grid. Those of a long history fall on few spots: they are laid out by spot when a city asks for them, since hundreds of cities around each ask one after the other.
internal sealed class EntryCell
{
    private readonly List<Entry> _entries = [];
    private EntrySpots? _spots;

    public int Count => _entries.Count;

    public IReadOnlyList<Entry> All => _entries;

    // Until the next change.
    public EntrySpots Spots => _spots ??= new EntrySpots(_entries);

    public void Add(Entry entry)
    {
        entry.Slot = _entries.Count;
        _entries.Add(entry);
        _spots = null;
    }

    // In no order: the last one takes the place of what goes.
    public void Remove(Entry entry)
    {
        Entry last = _entries[^1];
        _entries[entry.Slot] = last;
        last.Slot = entry.Slot;
        _entries.RemoveAt(_entries.Count - 1);
        _spots = null;
    }
}
