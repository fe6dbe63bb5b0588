using System.Runtime.CompilerServices;

namespace Alerts.Forecast.Ledger;

// Entries by spot: how far away a spot is counts for all of them, and their days stand side by side in memory. Immutable.
internal sealed class EntrySpots
{
    private readonly UnitVector[] _spots;
    private readonly int[] _starts;

    // Of each entry its day, times two, and one more when it was lethal.
    private readonly int[] _marks;

    public EntrySpots(IReadOnlyList<Entry> entries)
    {
        Entry[] sorted = [.. entries];
        Array.Sort(sorted, static (a, b) => Compare(a.Vector, b.Vector));
        _marks = Array.ConvertAll(sorted, static entry => (entry.Day << 1) | (entry.Event.Lethal ? 1 : 0));
        var spots = new List<UnitVector>();
        var starts = new List<int>();
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i].Vector == sorted[i - 1].Vector) continue;
            spots.Add(sorted[i].Vector);
            starts.Add(i);
        }

        starts.Add(sorted.Length);
        (_spots, _starts) = ([.. spots], [.. starts]);
    }

    // Counts the days of each ring of a city. At once as fast as code becomes that has run for a while: the first list after a start counts tens of millions.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tally(UnitVector city, DayTally[] rings)
    {
        for (int spot = 0; spot < _spots.Length; spot++)
        {
            double chord = city.ChordSquaredTo(_spots[spot]);
            (Ring? lethal, Ring? nonLethal) = (Rings.Of(chord, lethal: true), Rings.Of(chord, lethal: false));
            if (lethal is null && nonLethal is null) continue;
            foreach (int mark in _marks.AsSpan(_starts[spot].._starts[spot + 1]))
            {
                if (((mark & 1) != 0 ? lethal : nonLethal) is { } ring) rings[(int)ring].Add(mark >> 1);
            }
        }
    }

    private static int Compare(UnitVector a, UnitVector b)
    {
        int x = a.X.CompareTo(b.X);
        if (x != 0) return x;
        int y = a.Y.CompareTo(b.Y);
        return y != 0 ? y : a.Z.CompareTo(b.Z);
    }
}
