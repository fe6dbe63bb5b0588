using System.Globalization;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Rendering;

// Times as people at the place read them, with the zone said.
internal static class Moments
{
    private const string Form = "HH:mm ddd d MMM yyyy";

    public static string Local(Timestamp? time, Place? place)
    {
        if (time is null) return "";
        DateTimeOffset utc = time.ToDateTimeOffset();
        if (place is { TimeZone.Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(place.TimeZone, out TimeZoneInfo? zone))
            return TimeZoneInfo.ConvertTime(utc, zone).ToString(Form, CultureInfo.InvariantCulture) + " local";
        return Utc(utc);
    }

    public static string Utc(DateTimeOffset time) => time.ToUniversalTime().ToString(Form, CultureInfo.InvariantCulture) + " UTC";

    public static string Iso(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Utc(Timestamp? time) => time is null ? "" : Utc(time.ToDateTimeOffset());

    // When something took place, as exactly as it is known: a day is a local day and stays one.
    public static string Of(OccurredTime? occurred, Place? place) => occurred switch
    {
        null => "",
        { LocalDate.Length: > 0 } => occurred.Precision switch
        {
            TimePrecision.Week => $"week of {SafeText.Of(occurred.LocalDate)}",
            TimePrecision.Month => $"month of {SafeText.Of(occurred.LocalDate)}",
            _ => SafeText.Of(occurred.LocalDate),
        },
        _ => (occurred.Precision is TimePrecision.Exact ? "" : "about ") + Local(occurred.StartTime, place),
    };
}
