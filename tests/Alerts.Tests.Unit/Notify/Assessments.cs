using System.Security.Cryptography;
using System.Text;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Tests.Unit.Notify;

// Events as risk sends them.
internal static class Assessments
{
    // GeoNames 2460596.
    public const int Bamako = 2460596;

    // Faladié, where the gendarmerie school of the Bamako scenario stands: about 9 km from the centre (domain.md).
    public static readonly GeoPoint Faladie = new() { Latitude = 12.579, Longitude = -7.947 };

    public static Event Of(
        string situation,
        long revision,
        AlertAction action = AlertAction.Update,
        string scope = "shared",
        ThreatLevel floor = ThreatLevel.Unspecified,
        Urgency urgency = Urgency.Flash,
        SituationState state = SituationState.Active,
        params IEnumerable<string> overlaidIn)
    {
        var alert = new Alert
        {
            Action = action,
            State = state,
            Urgency = urgency,
            Floor = floor,
            Category = ThreatCategory.Terrorism,
            Kind = SituationKind.Incident,
            Headline = $"{situation} {revision}",
            IssueTime = NotifyHost.Began.ToTimestamp(),
            Place = new Place { GeonamesId = Bamako, CountryCode = "ML", Point = Faladie, Precision = PlacePrecision.Point },
        };
        var assessed = new SituationAssessed { Situation = Name(situation), Scope = scope, Revision = revision, Alert = alert };
        assessed.OverlaidIn.AddRange(overlaidIn);
        return new Event { EventId = Guid.NewGuid().ToString(), Scope = scope, SituationAssessed = assessed };
    }

    public static Event Watermark(DateTimeOffset completeThrough, DateTimeOffset sent) => new()
    {
        EventId = Guid.NewGuid().ToString(),
        Scope = "shared",
        WatermarkAdvanced = new WatermarkAdvanced { CompleteThroughTime = completeThrough.ToTimestamp(), SentTime = sent.ToTimestamp() },
    };

    // Situations are UUIDs; tests call them by short words.
    public static string Name(string word) => "situations/" + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(word))[..16]);
}
