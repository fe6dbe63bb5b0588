using System.Globalization;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Input;

// Small values as people type them. What is out of range goes to the server, which says so with the field's name.
internal static class ValueText
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    // "now" or a time with its offset: a local time without one would be a guess.
    public static Timestamp Instant(string text, string option, TimeProvider time)
    {
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase)) return Timestamp.FromDateTimeOffset(time.GetUtcNow());
        bool hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed)
            ? Timestamp.FromDateTimeOffset(parsed)
            : throw CliException.Usage($"{option} takes 'now' or a time with its offset, such as 2024-09-17T05:00Z or 2024-09-17T08:00+03:00.");
    }

    // A calendar day.
    public static DateOnly Day(string text, string option) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw CliException.Usage($"{option} takes a day such as 2016-01-01.");

    // "12", "8-12" (at least, at most), "8-10-12" (at least, best, at most).
    public static CasualtyRange Casualties(string text, string option)
    {
        string[] parts = text.Split('-');
        var numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || parts.Length > 3)
                throw CliException.Usage($"{option} takes a number such as 12, a range such as 8-12, or 8-10-12 with the best estimate between.");
        }

        return numbers switch
        {
            [var best] => new CasualtyRange { Best = best },
            [var low, var high] => new CasualtyRange { Low = low, High = high },
            _ => new CasualtyRange { Low = numbers[0], Best = numbers[1], High = numbers[2] },
        };
    }

    // "B2" by the Admiralty code.
    public static (SourceReliability Reliability, InformationCredibility Credibility) Grade(string text, string option) =>
        text is [var letter, >= '1' and <= '6' and var digit] && char.ToUpperInvariant(letter) is >= 'A' and <= 'F' and var upper
            ? ((SourceReliability)(upper - 'A' + 1), (InformationCredibility)(digit - '0'))
            : throw CliException.Usage($"{option} takes a letter A to F and a digit 1 to 6, such as B2.");

    // "reports/ID" or just "ID".
    public static string Name(string collection, string text) =>
        text.StartsWith(collection + "/", StringComparison.Ordinal) ? text : $"{collection}/{text}";
}
