using System.Security.Cryptography;
using System.Text;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>Names situations: UUIDv5 (RFC 9562) over scope, kind and key, so that the same thread has the same name however often it is made.</summary>
public static class SituationIds
{
    // Name space of this product's situations: a random UUID, fixed for ever.
    private static readonly Guid Space = new("6f0a6f53-51b4-4a41-9a37-0d9f6a3f6c1e");

    /// <summary>The thread of an incident.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="incidentId">"incidents/{id}".</param>
    public static string OfIncident(Scope scope, string incidentId) => $"situations/{Version5($"{scope}\nincident\n{incidentId}")}";

    /// <summary>The thread of the slow pressure on a city: "access of CITY".</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="cityId">GeoNames id.</param>
    public static string OfPressure(Scope scope, int cityId) => $"situations/{Version5($"{scope}\npressure\ncities/{cityId}")}";

    /// <summary>The thread of what advisers sign for an area.</summary>
    /// <param name="scope">Whose advisers.</param>
    /// <param name="area">The area.</param>
    public static string OfArea(Scope scope, Levels.Area area) => $"situations/{Version5($"{scope}\nlevel\n{area.Name}")}";

    private static Guid Version5(string name)
    {
        byte[] hashed = [.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing secret depends on it.
        byte[] bytes = SHA1.HashData(hashed)[..16];
#pragma warning restore CA5350
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
