using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerts.Platform.Storage;

namespace Alerts.Gateway.Audit;

/// <summary>One entry of an organisation's audit: an act with its number, its time and the chain up to it.</summary>
/// <param name="Number">1, 2, 3 … within the organisation.</param>
/// <param name="Time">When, to the microsecond.</param>
/// <param name="Act">Who did what.</param>
/// <param name="Chain">SHA-256, over the chain before and all fields, see <c>AuditEntry</c> in people.proto.</param>
public sealed record AuditEntry(long Number, DateTimeOffset Time, AuditDraft Act, byte[] Chain)
{
    /// <summary>The chain before the first entry: 32 zero bytes.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>Whether the entry follows another one: the next number, and a chain that holds what it says.</summary>
    /// <param name="number">Number of the one before; 0 for none.</param>
    /// <param name="chain">Its chain; <see cref="Start"/> for none.</param>
    public bool Follows(long number, byte[] chain) => Number == number + 1 && Chain.AsSpan().SequenceEqual(ChainOf(chain, Number, Time, Act));

    internal static AuditEntry After(long number, byte[] chain, AuditDraft act, DateTimeOffset time) =>
        new(number + 1, time, act, ChainOf(chain, number + 1, time, act));

    // Lengths stand before the texts, so that no two acts read alike.
    private static byte[] ChainOf(byte[] before, long number, DateTimeOffset time, AuditDraft act)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        foreach (string field in (string[])[Text(number), Text(time.ToMicroseconds()), act.Organisation.Value, act.Actor, act.Key, act.Action, act.Target, act.Detail])
        {
            byte[] text = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes(Text(text.Length) + ":"));
            hash.AppendData(text);
        }

        return hash.GetHashAndReset();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
