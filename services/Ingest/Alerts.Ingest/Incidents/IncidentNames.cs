namespace Alerts.Ingest.Incidents;

// Resource names of incidents, "incidents/{uuid}", and the 16 bytes of their UUID in the order in which it is written, which sort as the names do. Pure.
internal static class IncidentNames
{
    private const string Prefix = "incidents/";
    private const int IdBytes = 16;

    public static string Of(Guid id) => $"{Prefix}{id}";

    public static bool TryId(string name, out byte[] id)
    {
        id = [];
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !Guid.TryParseExact(name.AsSpan(Prefix.Length), "D", out Guid parsed))
            return false;
        id = new byte[IdBytes];
        return parsed.TryWriteBytes(id, bigEndian: true, out _);
    }
}
