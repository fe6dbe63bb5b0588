using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Input;

// How long something lasts, as people type it: "90m", "2h", "3d".
internal static class SpanText
{
    public static Duration Parse(string text, string option)
    {
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is > 0 and < 10_000)
        {
            switch (text[^1])
            {
                case 'm': return Duration.FromTimeSpan(TimeSpan.FromMinutes(number));
                case 'h': return Duration.FromTimeSpan(TimeSpan.FromHours(number));
                case 'd': return Duration.FromTimeSpan(TimeSpan.FromDays(number));
            }
        }

        throw CliException.Usage($"{option} takes minutes, hours or days, such as 90m, 2h or 3d.");
    }
}
