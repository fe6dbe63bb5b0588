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
        writer.Write7BitEncodedInt(reach.Sites.Length);
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

    public static Reach Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ReachReader(bytes);
        byte version = reader.Byte();
        if (version is not (Version or VersionWithoutTypes))
            throw new InvalidDataException("A reach of another version: the store was written by a newer program.");
        var reach = new Reach
        {
            Traits = (ReachTraits)reader.Byte(),
            PeakUrgency = (Urgency)reader.Byte(),
            PeakLevel = reader.Byte() is var level and not 0 ? (ThreatLevel)level : null,
            Categories = reader.Bytes(value => (ThreatCategory)value),
            Cities = reader.Cities(),
            Countries = reader.Countries(),
            Sites = reader.Sites(),
        };
        return version == VersionWithoutTypes
            ? reach with { Traits = reach.Traits | ReachTraits.Untyped }
            : reach with { EventTypes = reader.Bytes(value => (EventType)value), LocalTypes = reader.Bytes(value => (LocalType)value) };
    }

    private static void WriteBytes(BinaryWriter writer, byte[] values)
    {
        writer.Write7BitEncodedInt(values.Length);
        writer.Write(values);
    }
}
