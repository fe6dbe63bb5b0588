using System.Collections;

namespace Alerts.Gazetteer;

// A list of handles, made on demand from their ordinals.
internal sealed class PlaceSelection : IReadOnlyList<Place>
{
    private readonly PlaceIndex _index;
    private readonly Lazy<int[]> _ordinals;

    public PlaceSelection(PlaceIndex index, Func<Place, bool> isWanted)
    {
        _index = index;
        _ordinals = new Lazy<int[]>(() => [.. Enumerable.Range(0, index.Count).Where(i => isWanted(new Place(index, i)))]);
    }

    public int Count => _ordinals.Value.Length;

    public Place this[int index] => new(_index, _ordinals.Value[index]);

    public IEnumerator<Place> GetEnumerator() => _ordinals.Value.Select(i => new Place(_index, i)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
