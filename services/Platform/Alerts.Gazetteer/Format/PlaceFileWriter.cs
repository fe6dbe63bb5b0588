using System.Runtime.InteropServices;
using System.Text;

namespace Alerts.Gazetteer.Format;

/// <summary>Packs places into the file that <see cref="PlaceFile"/> reads.</summary>
/// <remarks>The same places, in any order, give the same bytes.</remarks>
internal static class PlaceFileWriter
{
    private const int Alignment = 8;

    public static byte[] Write(IEnumerable<SourcePlace> source, IReadOnlyDictionary<string, string> neighbours)
    {
        SourcePlace[] places = [.. source.OrderBy(p => CellGrid.CellOf(p.Latitude, p.Longitude)).ThenBy(p => p.Id)];
        var countries = Table.Of(places.Select(p => p.Country).Concat(neighbours.Keys), byte.MaxValue + 1);
        var features = Table.Of(places.Select(p => p.Feature), byte.MaxValue + 1);
        var zones = Table.Of(places.Select(p => p.Zone), ushort.MaxValue + 1);
        var admin1 = Table.Of(places.Select(p => p.Admin1 ?? ""), ushort.MaxValue + 1);
        var admin2 = Table.Of(places.Select(p => p.Admin2 ?? ""), ushort.MaxValue + 1);
        byte[][] names = [.. places.Select(p => Encoding.UTF8.GetBytes(p.Name))];
        (byte[] starts, byte[] blocks, byte[] filter) = NameTableWriter.Write(places);
        var sections = new Dictionary<Section, byte[]>
        {
            [Section.Ids] = Ints(places.Select(p => p.Id)),
            [Section.Latitudes] = Ints(places.Select(p => p.Latitude)),
            [Section.Longitudes] = Ints(places.Select(p => p.Longitude)),
            [Section.Populations] = Ints(places.Select(p => p.Population)),
            [Section.Countries] = [.. places.Select(p => (byte)countries.RowOf(p.Country))],
            [Section.Features] = [.. places.Select(p => (byte)features.RowOf(p.Feature))],
            [Section.Zones] = Shorts(places.Select(p => zones.RowOf(p.Zone))),
            [Section.Admin1] = Shorts(places.Select(p => admin1.RowOf(p.Admin1 ?? ""))),
            [Section.Admin2] = Shorts(places.Select(p => admin2.RowOf(p.Admin2 ?? ""))),
            [Section.NameStarts] = Ints(Starts(names)),
            [Section.NameText] = [.. names.SelectMany(n => n)],
            [Section.IdOrder] = Ints(Enumerable.Range(0, places.Length).OrderBy(i => places[i].Id)),
            [Section.CountryTable] = countries.ToBytes(),
            [Section.NeighbourTable] = TableBytes([.. countries.Rows.Select(c => neighbours.GetValueOrDefault(c, ""))]),
            [Section.FeatureTable] = features.ToBytes(),
            [Section.ZoneTable] = zones.ToBytes(),
            [Section.Admin1Table] = admin1.ToBytes(),
            [Section.Admin2Table] = admin2.ToBytes(),
            [Section.BlockStarts] = starts,
            [Section.Blocks] = blocks,
            [Section.NameFilter] = filter,
        };
        return Assemble(sections);
    }

    private static byte[] Assemble(Dictionary<Section, byte[]> sections)
    {
        using var body = new MemoryStream();
        var header = new int[PlaceFile.HeaderBytes / sizeof(int)];
        header[0] = PlaceFile.Magic;
        header[1] = PlaceFile.Version;
        body.Write(new byte[PlaceFile.HeaderBytes]);
        for (var section = Section.Ids; section < Section.Count; section++)
        {
            while (body.Length % Alignment != 0) body.WriteByte(0);
            header[2 + (2 * (int)section)] = (int)body.Length;
            header[3 + (2 * (int)section)] = sections[section].Length;
            body.Write(sections[section]);
        }

        byte[] bytes = body.ToArray();
        MemoryMarshal.AsBytes(header.AsSpan()).CopyTo(bytes);
        return bytes;
    }

    public static byte[] Ints(IEnumerable<int> values) => MemoryMarshal.AsBytes(values.ToArray().AsSpan()).ToArray();

    private static byte[] Shorts(IEnumerable<int> values) =>
        MemoryMarshal.AsBytes(values.Select(v => checked((ushort)v)).ToArray().AsSpan()).ToArray();

    private static IEnumerable<int> Starts(byte[][] texts)
    {
        int at = 0;
        yield return at;
        foreach (byte[] text in texts) yield return at += text.Length;
    }

    private static byte[] TableBytes(IReadOnlyList<string> rows)
    {
        byte[][] texts = [.. rows.Select(Encoding.UTF8.GetBytes)];
        return [.. Ints(Starts(texts).Skip(1).Prepend(texts.Length)), .. texts.SelectMany(t => t)];
    }

    // Distinct strings in ordinal order, and the row of each.
    private sealed record Table(string[] Rows, Dictionary<string, int> RowByText)
    {
        public static Table Of(IEnumerable<string> texts, int most)
        {
            string[] rows = [.. texts.Distinct().Order(StringComparer.Ordinal)];
            if (rows.Length > most) throw new InvalidDataException($"{rows.Length} different values do not fit into {most}.");
            return new Table(rows, rows.Select((text, row) => (text, row)).ToDictionary(r => r.text, r => r.row, StringComparer.Ordinal));
        }

        public int RowOf(string text) => RowByText[text];

        public byte[] ToBytes() => TableBytes(Rows);
    }
}
