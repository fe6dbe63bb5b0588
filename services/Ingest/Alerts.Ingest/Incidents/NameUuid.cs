using System.Security.Cryptography;
using System.Text;

namespace Alerts.Ingest.Incidents;

// Ids that follow from a name: UUID version 5 (RFC 9562, section 5.5). Folding the same reports again gives the same incidents.
internal static class NameUuid
{
    // Namespace of this service's ids; a random UUID, fixed for ever.
    private static readonly Guid Namespace = new("5b0c7f5e-9d9b-4a55-8f5d-0f6c3a2e71d4");

    // A resource name such as "incidents/{uuid}".
    public static string Incident(string name) => $"incidents/{Of(name)}";

    public static Guid Of(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] input = [.. Namespace.ToByteArray(bigEndian: true), .. text];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing secret depends on it.
        byte[] hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
