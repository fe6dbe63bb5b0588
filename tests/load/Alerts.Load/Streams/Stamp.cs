using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alerts.Load.Streams;

/// <summary>A number and the moment of sending within an alert's text, so that whoever gets the bytes can tell how long they took. The clock is the machine's.</summary>
internal static class Stamp
{
    private const int Digits = 16;

    private static ReadOnlySpan<byte> Mark => "@stamp="u8;

    public static string Now(int number) => $"@stamp={Stopwatch.GetTimestamp():x16}{number:x16}";

    /// <summary>Finds it in a message; false when there is none.</summary>
    public static bool TryFind(ReadOnlySpan<byte> message, out int number, out long sent)
    {
        number = 0;
        sent = 0;
        int at = message.IndexOf(Mark);
        if (at < 0 || message.Length < at + Mark.Length + (2 * Digits))
            return false;
        ReadOnlySpan<byte> digits = message[(at + Mark.Length)..];
        sent = long.Parse(Encoding.ASCII.GetString(digits[..Digits]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        number = int.Parse(Encoding.ASCII.GetString(digits.Slice(Digits, Digits)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return true;
    }
}
