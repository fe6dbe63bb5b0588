using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Alerts.Terms;

namespace Alerts.Notify.Situations;

// Reads the parts of a reach in the order in which ReachCodec writes them. Nearly all of its sets hold one thing or nothing.
internal ref struct ReachReader(ReadOnlySpan<byte> bytes)
{
    private const int Letters = 26;

    // The sets of one country, each made once.
    private static readonly ImmutableSortedSet<string>?[] OfOneCountry = new ImmutableSortedSet<string>?[Letters * Letters];

    private ReadOnlySpan<byte> _left = bytes;

    public byte Byte() => Take(1)[0];

    public ImmutableSortedSet<T> Bytes<T>(Func<byte, T> convert)
    {
        ReadOnlySpan<byte> values = Take(Count());
        if (values is [var only])
            return Singles<T>.Of(only, convert);
        ImmutableSortedSet<T> set = [];
        foreach (byte value in values)
            set = set.Add(convert(value));
        return set;
    }

    public ImmutableSortedSet<int> Cities()
    {
        if (_left is [1, ..])
        {
            Count();
            return ImmutableSortedSet.Create(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))));
        }

        int[] cities = new int[Count()];
        for (int i = 0; i < cities.Length; i++)
            cities[i] = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        return [.. cities];
    }

    public ImmutableSortedSet<string> Countries()
    {
        if (_left is [1, 2, >= (byte)'A' and <= (byte)'Z', >= (byte)'A' and <= (byte)'Z', ..])
        {
            Count();
            return OneCountry(Take(Count()));
        }

        ImmutableSortedSet<string> set = Reach.None.Countries;
        for (int count = Count(); count > 0; count--)
            set = set.Add(Encoding.UTF8.GetString(Take(Count())));
        return set;
    }

    public ImmutableArray<ReachSite> Sites()
    {
        var sites = new ReachSite[Count()];
        for (int i = 0; i < sites.Length; i++)
            sites[i] = new ReachSite(new GeoPoint(Double(), Double()), Double());
        return ImmutableCollectionsMarshal.AsImmutableArray(sites);
    }

    // Code: two capital letters.
    private static ImmutableSortedSet<string> OneCountry(ReadOnlySpan<byte> code) =>
        OfOneCountry[((code[0] - 'A') * Letters) + code[1] - 'A'] ??= Reach.None.Countries.Add(Encoding.ASCII.GetString(code));

    // The sets of one thing, each made once.
    private static class Singles<T>
    {
        private static readonly ImmutableSortedSet<T>?[] Made = new ImmutableSortedSet<T>?[byte.MaxValue + 1];

        public static ImmutableSortedSet<T> Of(byte value, Func<byte, T> convert) => Made[value] ??= [convert(value)];
    }

    private double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    // As BinaryWriter.Write7BitEncodedInt has it.
    private int Count()
    {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7)
        {
            byte part = Byte();
            value |= (part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }

        throw new InvalidDataException("A reach that does not end.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _left.Length)
            throw new InvalidDataException("A reach that ends too soon.");
        ReadOnlySpan<byte> taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
