using System.Globalization;

namespace Alerts.Cli.Rendering;

// A probability as officers can use it: whole per cents, and as a frequency. What it is a probability of is always said with it.
internal static class ForecastWords
{
    public static string Percent(double probability) => probability switch
    {
        < 0.01 => "<1 %",
        > 0.99 => ">99 %",
        _ => Math.Round(probability * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    public static string Frequency(double probability) => probability switch
    {
        < 0.01 => "less than 1 in 100",
        < 0.475 => $"about 1 in {Math.Round(1 / probability).ToString("0", CultureInfo.InvariantCulture)}",
        > 0.975 => "almost certain",
        _ => $"about {Math.Clamp(Math.Round(probability * 10), 5, 9).ToString("0", CultureInfo.InvariantCulture)} in 10",
    };

    public static string Sentence(double probability30Days) =>
        $"{Frequency(probability30Days)}: at least one deadly event within 50 km in 30 days; not a forecast of tonight";
}
