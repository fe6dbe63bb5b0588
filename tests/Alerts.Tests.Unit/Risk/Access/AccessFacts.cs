using Alerts.Risk.Access;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Risk.Access;

// Pieces and entries about one made-up city; days count from a Monday.
internal static class AccessFacts
{
    public const int City = 2460596;
    public static readonly DateTimeOffset Monday = new(2031, 3, 3, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Day(double day) => Monday.AddDays(day);

    public static AccessEvidence Piece(
        string id, double day, AccessEvidenceKind kind = AccessEvidenceKind.RoadAttack, double? bearing = null, AcuteStanding standing = AcuteStanding.Credible, params string[] origins) => new()
        {
            IncidentId = $"incidents/{id}",
            CityId = City,
            Kind = kind,
            Aspect = kind switch
            {
                AccessEvidenceKind.AirportClosed => AccessAspect.Airport,
                AccessEvidenceKind.Outage => AccessAspect.Communications,
                AccessEvidenceKind.Shortage => AccessAspect.Fuel,
                _ => AccessAspect.Road,
            },
            Bearing = bearing,
            Start = Day(day),
            Last = Day(day).AddHours(1),
            Day = DateOnly.FromDateTime(Day(day).UtcDateTime),
            LastHeard = Day(day).AddHours(2),
            Standing = standing,
            Origins = origins.Length > 0 ? origins : [$"origin of {id}"],
            Tlp = TlpLabel.Green,
        };

    public static AccessEntry Entry(string id, double day, AccessState state, AccessAspect? aspect = null, double? bearing = null) => new()
    {
        Id = id,
        CityId = City,
        Aspect = aspect,
        Bearing = bearing,
        State = state,
        Text = "seen",
        By = "adviser",
        At = Day(day),
        Tlp = TlpLabel.Green,
    };

    public static AccessState? StateOf(IEnumerable<AccessEvidence> evidence, double day, params AccessEntry[] entries) => AccessFold.Of(evidence, entries, Day(day))?.State;
}
