using System.Text;
using Alerts.Terms;

namespace Alerts.Notify.Situations;

// Reach as bytes, for the store: version, traits, urgency, level (0: none), categories, cities, countries, sites, event types, local types.
internal static class ReachCodec
{
    private const byte Version = 2;

    // Ends before the types of event, which nobody knew then: fits every type.
    private const byte VersionWithoutTypes = 1;

    public static byte[] Encode(Reach reach)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Version);
        writer.Write((byte)reach.Traits);
        writer.Write((byte)reach.PeakUrgency);
        writer.Write((byte)(reach.PeakLevel ?? 0));
        WriteBytes(writer, [.. reach.Categories.Select(category => (byte)category)]);
        writer.Write7BitEncodedInt(reach.Cities.Count);
        foreach (int city in reach.Cities)
            writer.Write(city);
        writer.Write7BitEncodedInt(reach.Countries.Count);
        foreach (string country in reach.Countries)
            writer.Write(country);
        writer.Write7BitEncodedInt(reach.Sites.Count);
        foreach (ReachSite site in reach.Sites)
        {
            writer.Write(site.Point.Latitude);
            writer.Write(site.Point.Longitude);
            writer.Write(site.SlackKm);
        }

        WriteBytes(writer, [.. reach.EventTypes.Select(type => (byte)type)]);
        WriteBytes(writer, [.. reach.LocalTypes.Select(type => (byte)type)]);
        writer.Flush();
        return buffer.ToArray();
    }

    public static Reach Decode(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        byte version = reader.ReadByte();
        if (version is not (Version or VersionWithoutTypes))
            throw new InvalidDataException("A reach of another version: the store was written by a newer program.");
        var traits = (ReachTraits)reader.ReadByte();
        var urgency = (Urgency)reader.ReadByte();
        byte level = reader.ReadByte();
        var reach = new Reach
        {
            Traits = traits,
            PeakUrgency = urgency,
            PeakLevel = level == 0 ? null : (ThreatLevel)level,
            Categories = [.. Many(reader, r => (ThreatCategory)r.ReadByte())],
            Cities = [.. Many(reader, r => r.ReadInt32())],
            Countries = Reach.None.Countries.Union(Many(reader, r => r.ReadString())),
            Sites = [.. Many(reader, r => new ReachSite(new GeoPoint(r.ReadDouble(), r.ReadDouble()), r.ReadDouble()))],
        };
        return version == VersionWithoutTypes
            ? reach with { Traits = traits | ReachTraits.Untyped }
            : reach with
            {
                EventTypes = [.. Many(reader, r => (EventType)r.ReadByte())],
                LocalTypes = [.. Many(reader, r => (LocalType)r.ReadByte())],
            };
    }

    private static void WriteBytes(BinaryWriter writer, byte[] values)
    {
        writer.Write7BitEncodedInt(values.Length);
        writer.Write(values);
    }

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (int i = 0; i < items.Length; i++)
            items[i] = read(reader);
        return items;
    }
}
