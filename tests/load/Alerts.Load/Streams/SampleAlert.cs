using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Load.Streams;

/// <summary>An alert of an attack in Bamako, about as long as a first one is, with a stamp in its headline.</summary>
internal static class SampleAlert
{
    public const int Bamako = 2460596;

    private static readonly DateTimeOffset Began = new(2026, 11, 28, 5, 0, 0, TimeSpan.Zero);

    /// <summary>What risk would send.</summary>
    /// <param name="number">The stamp's number.</param>
    /// <param name="padding">Characters of summary, for longer ones.</param>
    public static Event Assessed(int number, int padding = 160)
    {
        string situation = $"situations/{Guid.NewGuid()}";
        return new Event
        {
            EventId = Guid.NewGuid().ToString(),
            Scope = "shared",
            SituationAssessed = new SituationAssessed { Situation = situation, Scope = "shared", Revision = 1, Alert = Alert(number, padding) },
        };
    }

    /// <summary>A frame as a server sends it that keeps nothing: with all that the product adds to an alert, and a cursor of its length.</summary>
    public static StreamAlertsResponse Frame(int number, int padding = 160)
    {
        Alert alert = Alert(number, padding);
        alert.Name = $"alerts/{Guid.NewGuid()}";
        alert.Situation = $"situations/{Guid.NewGuid()}";
        alert.Scope = "shared";
        alert.SituationRevision = 1;
        alert.Cap = new CapTerms { MessageType = CapMessageType.Alert, Severity = CapSeverity.Severe, Certainty = CapCertainty.Possible, Urgency = CapUrgency.Immediate };
        return new StreamAlertsResponse { Alert = new DeliveredAlert { Alert = alert, Cursor = new string('x', 92) } };
    }

    private static Alert Alert(int number, int padding) => new()
    {
        Action = AlertAction.Raise,
        State = SituationState.Active,
        Urgency = Urgency.Flash,
        Category = ThreatCategory.Terrorism,
        Kind = SituationKind.Incident,
        Headline = $"Attack in Bamako {Stamp.Now(number)}",
        Summary = new string('x', padding),
        IssueTime = Began.ToTimestamp(),
        Place = new Place
        {
            GeonamesId = Bamako,
            Name = "Bamako",
            CountryCode = "ML",
            Precision = PlacePrecision.Point,
            Point = new GeoPoint { Latitude = 12.579, Longitude = -7.947 },
        },
    };
}
