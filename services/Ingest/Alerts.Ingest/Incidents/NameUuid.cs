using System.Security.Cryptography;
using System.Text;

namespace Alerts.Ingest.Incidents;

// Ids that follow from a name: UUID version 5 (RFC 9562, section 5.5). Folding the same reports again gives the same incidents.
internal static class NameUuid
{
    private const int IdBytes = 16;
    private const int MostOnStack = 256;

    // Namespace of this service's ids; a random UUID, fixed for ever.
    private static readonly Guid Namespace = new("5b0c7f5e-9d9b-4a55-8f5d-0f6c3a2e71d4");

    // A resource name such as "incidents/{uuid}".
    public static string Incident(string name) => IncidentNames.Of(Of(name));

    public static Guid Of(string name)
    {
        Span<byte> input = stackalloc byte[MostOnStack];
        int length = IdBytes + Encoding.UTF8.GetByteCount(name);
        input = length <= MostOnStack ? input[..length] : new byte[length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[IdBytes..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing secret depends on it.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..IdBytes], bigEndian: true);
    }
}
