using System.Runtime.InteropServices;
using System.Text;

namespace Alerts.Gazetteer.Format;

/// <summary>The committed file in memory: one byte array, read in place.</summary>
/// <remarks>
/// Little-endian. Header: magic, version, then (offset, length) in bytes for each <see cref="Section"/>. Sections are aligned to 8 bytes.
/// A string table is its count, then the end of each string as a 32-bit offset into the UTF-8 text that follows.
/// </remarks>
internal sealed class PlaceFile
{
    public const int Magic = 0x5A474C41; // "ALGZ"
    public const int Version = 1;
    public const int HeaderBytes = 8 + (8 * (int)Section.Count);

    private readonly byte[] _bytes;

    public PlaceFile(byte[] bytes)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("The place file is read in place and needs a little-endian machine.");
        ReadOnlySpan<int> header = bytes.Length < HeaderBytes ? [] : MemoryMarshal.Cast<byte, int>(bytes.AsSpan(0, HeaderBytes));
        if (header.IsEmpty || header[0] != Magic || header[1] != Version)
            throw new InvalidDataException("This is not a place file of this version; build it again with the generator.");
        for (int section = 0; section < (int)Section.Count; section++)
        {
            long offset = header[2 + (2 * section)];
            long length = header[3 + (2 * section)];
            if (offset < HeaderBytes || length < 0 || offset + length > bytes.Length) throw new InvalidDataException("The place file is cut off.");
        }

        _bytes = bytes;
    }

    public ReadOnlySpan<byte> Bytes(Section section)
    {
        ReadOnlySpan<int> header = MemoryMarshal.Cast<byte, int>(_bytes.AsSpan(0, HeaderBytes));
        return _bytes.AsSpan(header[2 + (2 * (int)section)], header[3 + (2 * (int)section)]);
    }

    public ReadOnlySpan<int> Ints(Section section) => MemoryMarshal.Cast<byte, int>(Bytes(section));

    public ReadOnlySpan<ushort> Shorts(Section section) => MemoryMarshal.Cast<byte, ushort>(Bytes(section));

    public string Text(Section table, int row)
    {
        ReadOnlySpan<byte> bytes = Bytes(table);
        ReadOnlySpan<int> starts = MemoryMarshal.Cast<byte, int>(bytes);
        int textAt = (starts[0] + 1) * sizeof(int);
        int first = row == 0 ? 0 : starts[row];
        return Encoding.UTF8.GetString(bytes[(textAt + first)..(textAt + starts[row + 1])]);
    }

    public string[] Texts(Section table)
    {
        int count = Ints(table)[0];
        var texts = new string[count];
        for (int row = 0; row < count; row++) texts[row] = Text(table, row);
        return texts;
    }
}
