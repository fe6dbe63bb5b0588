using System.Security.Cryptography;
using System.Text;
using Alerts.Terms;

namespace Alerts.Notify.Situations;

// Ids that follow from what they name, so that a repeat gives the same one: UUID version 5 (RFC 9562, section 5.5).
internal static class AlertIds
{
    // Earlier alerts that one refers to: the first and the newest. Caps the size of alerts in threads of many hundred revisions.
    public const int MaximumReferences = 64;

    // Own random namespaces of alerts and of this service's System situations.
    private static readonly Guid AlertSpace = new("6f6c9d0e-58a1-4c3c-9d0d-0e4b1f9a7c21");
    private static readonly Guid SystemSpace = new("b0f7a1ce-9a53-4d0f-8f3b-6d1c0a52e9d4");

    public static string Alert(Scope scope, string situation, long revision) =>
        Version5(AlertSpace, $"{scope.Value}\n{situation}\n{revision}").ToString();

    public static string Name(string alertId) => "alerts/" + alertId;

    public static string SystemSituation(string key) => "situations/" + Version5(SystemSpace, key);

    // Names of the earlier alerts of a thread, oldest first.
    public static IEnumerable<string> References(Scope scope, string situation, long revision)
    {
        long newest = Math.Max(2, revision - MaximumReferences + 1);
        for (long r = 1; r < revision; r = r == 1 ? newest : r + 1)
            yield return Name(Alert(scope, situation, r));
    }

    private static Guid Version5(Guid space, string name)
    {
        byte[] hashed = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // The standard fixes SHA-1 for version 5; the id protects nothing.
        Span<byte> id = SHA1.HashData(hashed).AsSpan(0, 16);
#pragma warning restore CA5350
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
