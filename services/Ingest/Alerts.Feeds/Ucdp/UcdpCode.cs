using System.Globalization;
using Alerts.Terms;

namespace Alerts.Feeds.Ucdp;

// What the codes of the UCDP GED codebook (version 25.1) become in our terms.
internal static class UcdpCode
{
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd H:mm:ss", "yyyy-MM-dd HH:mm:ss.fff",
    ];

    public static UcdpViolence? Violence(string text) => text switch
    {
        "1" or "1.0" or "state-based" => UcdpViolence.StateBased,
        "2" or "2.0" or "non-state" => UcdpViolence.NonState,
        "3" or "3.0" or "one-sided" => UcdpViolence.OneSided,
        _ => null,
    };

    // The data set does not tell bombs and air strikes from gunfire: two armed sides are a clash, one side against civilians an attack.
    public static SubEventType TypeOf(UcdpViolence violence) =>
        violence == UcdpViolence.OneSided ? SubEventType.Attack : SubEventType.ArmedClash;

    // A time of day is the file format's, never the event's: dates are local days.
    public static DateOnly? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime parsed)
            ? DateOnly.FromDateTime(parsed)
            : null;

    // 1 day; 2 two to six days; 3 a week; 4 eight to thirty days or a month; 5 more than a month, for which our coarsest term stands.
    // Without a code the span of the two dates tells.
    public static TimePrecision TimePrecisionOf(int? code, DateOnly start, DateOnly? end) => code switch
    {
        1 => TimePrecision.Day,
        2 or 3 => TimePrecision.Week,
        4 or 5 => TimePrecision.Month,
        _ => ((end ?? start).DayNumber - start.DayNumber) switch
        {
            0 => TimePrecision.Day,
            < 7 => TimePrecision.Week,
            _ => TimePrecision.Month,
        },
    };

    // 1 exact; 2 within about 25 km of a place; 3 and 4 second- and first-order unit; 5 a line or fuzzy area; 6 country; 7 sea or several
    // countries. The reduced layout leaves it out and holds only rows that are placed to a town.
    public static PlacePrecision PlacePrecisionOf(int? code) => code switch
    {
        1 => PlacePrecision.Point,
        null or 2 => PlacePrecision.City,
        3 or 4 or 5 => PlacePrecision.AdminArea,
        _ => PlacePrecision.Country,
    };

    // Only one-sided violence says who did it: side A, to civilians. In the other kinds the order of the sides means nothing.
    public static IReadOnlyList<HistoricActor> Actors(UcdpViolence violence, string sideA, string sideB)
    {
        bool oneSided = violence == UcdpViolence.OneSided;
        var actors = new List<HistoricActor>(2);
        if (sideA.Length > 0) actors.Add(new HistoricActor(sideA, KindOf(sideA, violence), oneSided ? ActorPart.Perpetrator : ActorPart.Unknown));
        if (sideB.Length > 0) actors.Add(new HistoricActor(sideB, KindOf(sideB, violence), oneSided ? ActorPart.Target : ActorPart.Unknown));
        return actors;
    }

    // Governments are always named "Government of X". In state-based conflict whoever is not one fights one: a rebel group.
    private static ActorType? KindOf(string name, UcdpViolence violence)
    {
        if (name.StartsWith("Government of ", StringComparison.OrdinalIgnoreCase)) return ActorType.StateForces;
        if (name.Equals("Civilians", StringComparison.OrdinalIgnoreCase)) return ActorType.Civilians;
        return violence == UcdpViolence.StateBased ? ActorType.RebelGroups : null;
    }
}
