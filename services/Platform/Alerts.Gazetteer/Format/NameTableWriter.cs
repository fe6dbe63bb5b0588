using System.Text;

namespace Alerts.Gazetteer.Format;

// Builds the sections that NameTable reads.
internal static class NameTableWriter
{
    public static (byte[] Starts, byte[] Blocks, byte[] Filter) Write(IReadOnlyList<SourcePlace> places)
    {
        var byName = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        for (int ordinal = 0; ordinal < places.Count; ordinal++)
        {
            foreach (string name in places[ordinal].OtherNames.Prepend(places[ordinal].Name))
            {
                string folded = NameFolding.Fold(name);
                if (folded.Length == 0 || Encoding.UTF8.GetByteCount(folded) > NameTable.MaxNameBytes) continue;
                if (!byName.TryGetValue(folded, out SortedSet<int>? ordinals)) byName[folded] = ordinals = [];
                ordinals.Add(ordinal);
            }
        }

        (byte[] Name, SortedSet<int> Ordinals)[] entries = [.. byName.Select(e => (Encoding.UTF8.GetBytes(e.Key), e.Value))];
        Array.Sort(entries, (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
        using var blocks = new MemoryStream();
        var starts = new List<int>();
        var filter = new byte[NameTable.FilterBits / 8];
        byte[] previous = [];
        for (int i = 0; i < entries.Length; i++)
        {
            (byte[] name, SortedSet<int> ordinals) = entries[i];
            if (i % NameTable.BlockSize == 0)
            {
                starts.Add((int)blocks.Length);
                previous = [];
            }

            WriteEntry(blocks, previous, name, ordinals);
            (int first, int second) = NameTable.FilterSlots(name);
            filter[first >> 3] |= (byte)(1 << (first & 7));
            filter[second >> 3] |= (byte)(1 << (second & 7));
            previous = name;
        }

        return (PlaceFileWriter.Ints(starts), blocks.ToArray(), filter);
    }

    private static void WriteEntry(MemoryStream blocks, byte[] previous, byte[] name, SortedSet<int> ordinals)
    {
        int shared = name.AsSpan().CommonPrefixLength(previous);
        VarInt.Write(blocks, shared);
        VarInt.Write(blocks, name.Length - shared);
        blocks.Write(name, shared, name.Length - shared);
        VarInt.Write(blocks, ordinals.Count);
        int last = 0;
        foreach (int ordinal in ordinals)
        {
            VarInt.Write(blocks, ordinal - last);
            last = ordinal;
        }
    }
}
