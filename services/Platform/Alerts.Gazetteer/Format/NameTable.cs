using System.Text;

namespace Alerts.Gazetteer.Format;

/// <summary>Folded names in byte order, front-coded in blocks, each with the places that bear it.</summary>
/// <remarks>
/// Entry: varint of bytes shared with the entry before, varint of further bytes, the bytes, varint count of places, varint steps between
/// their ordinals. The first entry of a block shares nothing, so a look-up is a binary search over blocks and one short scan. A bitmap of
/// two hash bits a name answers most misses without it.
/// </remarks>
internal sealed class NameTable(PlaceFile file)
{
    public const int BlockSize = 16;
    public const int MaxNameBytes = 256;
    public const int FilterBits = 1 << 22;

    public bool Contains(ReadOnlySpan<char> folded) => Locate(folded, null);

    public void Collect(ReadOnlySpan<char> folded, List<int> ordinals) => Locate(folded, ordinals);

    // Every folded name with the ordinal of each place that bears it.
    public void ForEach(Action<string, int> found) => Walk(0, [], found);

    // The same for the names that begin so, in byte order. Names that share a beginning stand together.
    public void ForEach(ReadOnlySpan<char> foldedPrefix, Action<string, int> found)
    {
        if (foldedPrefix.Length > MaxNameBytes) return;
        Span<byte> buffer = stackalloc byte[MaxNameBytes * 3];
        ReadOnlySpan<byte> prefix = buffer[..Encoding.UTF8.GetBytes(foldedPrefix, buffer)];
        if (prefix.Length <= MaxNameBytes) Walk(BlockOf(prefix), prefix, found);
    }

    private void Walk(int firstBlock, ReadOnlySpan<byte> prefix, Action<string, int> found)
    {
        ReadOnlySpan<int> starts = file.Ints(Section.BlockStarts);
        ReadOnlySpan<byte> blocks = file.Bytes(Section.Blocks);
        Span<byte> current = stackalloc byte[MaxNameBytes];
        for (int i = firstBlock; i < starts.Length; i++)
        {
            ReadOnlySpan<byte> block = blocks[starts[i]..(i + 1 < starts.Length ? starts[i + 1] : blocks.Length)];
            for (int at = 0; at < block.Length;)
            {
                int shared = VarInt.Read(block, ref at);
                int added = VarInt.Read(block, ref at);
                block.Slice(at, added).CopyTo(current[shared..]);
                at += added;
                ReadOnlySpan<byte> bytes = current[..(shared + added)];
                bool begins = bytes.StartsWith(prefix);
                if (!begins && bytes.SequenceCompareTo(prefix) > 0) return;
                string name = begins ? Encoding.UTF8.GetString(bytes) : "";
                int count = VarInt.Read(block, ref at);
                for (int ordinal = 0; count > 0; count--)
                {
                    ordinal += VarInt.Read(block, ref at);
                    if (begins) found(name, ordinal);
                }
            }
        }
    }

    public static (int First, int Second) FilterSlots(ReadOnlySpan<byte> name)
    {
        // FNV-1a, 64 bits: offset basis and prime as its authors give them.
        ulong hash = 14695981039346656037;
        foreach (byte b in name) hash = (hash ^ b) * 1099511628211;
        return ((int)(hash & (FilterBits - 1)), (int)((hash >> 32) & (FilterBits - 1)));
    }

    private bool Locate(ReadOnlySpan<char> folded, List<int>? ordinals)
    {
        if (folded.IsEmpty || folded.Length > MaxNameBytes) return false;
        Span<byte> buffer = stackalloc byte[MaxNameBytes * 3];
        ReadOnlySpan<byte> name = buffer[..Encoding.UTF8.GetBytes(folded, buffer)];
        if (name.Length > MaxNameBytes || !MayContain(name)) return false;
        ReadOnlySpan<int> starts = file.Ints(Section.BlockStarts);
        ReadOnlySpan<byte> blocks = file.Bytes(Section.Blocks);
        int found = BlockOf(name);
        int end = found + 1 < starts.Length ? starts[found + 1] : blocks.Length;
        return Scan(blocks[starts[found]..end], name, ordinals);
    }

    // The last block that does not begin behind a name: the one that holds it, or the first of the names that begin with it.
    private int BlockOf(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<int> starts = file.Ints(Section.BlockStarts);
        ReadOnlySpan<byte> blocks = file.Bytes(Section.Blocks);
        int low = 0;
        int high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Head(blocks[starts[middle]..]).SequenceCompareTo(name) <= 0) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private bool MayContain(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> filter = file.Bytes(Section.NameFilter);
        (int first, int second) = FilterSlots(name);
        return (filter[first >> 3] & (1 << (first & 7))) != 0 && (filter[second >> 3] & (1 << (second & 7))) != 0;
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> block)
    {
        int at = 0;
        VarInt.Read(block, ref at);
        int length = VarInt.Read(block, ref at);
        return block.Slice(at, length);
    }

    private static bool Scan(ReadOnlySpan<byte> block, ReadOnlySpan<byte> name, List<int>? ordinals)
    {
        Span<byte> current = stackalloc byte[MaxNameBytes];
        for (int at = 0; at < block.Length;)
        {
            int shared = VarInt.Read(block, ref at);
            int added = VarInt.Read(block, ref at);
            block.Slice(at, added).CopyTo(current[shared..]);
            at += added;
            int order = current[..(shared + added)].SequenceCompareTo(name);
            if (order > 0) return false;
            int count = VarInt.Read(block, ref at);
            int ordinal = 0;
            for (int i = 0; i < count; i++)
            {
                ordinal += VarInt.Read(block, ref at);
                if (order == 0) ordinals?.Add(ordinal);
            }

            if (order == 0) return true;
        }

        return false;
    }
}
