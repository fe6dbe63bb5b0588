using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Ingest;

// Drafts to start from. Places are points of the gazetteer's Bamako (GeoNames 2460596) and Gao (2457161) moved by known distances; the
// events are invented.
internal static class Sample
{
    public const int Bamako = 2460596;

    public static readonly DateTimeOffset Now = new(2024, 9, 17, 8, 0, 0, TimeSpan.Zero);

    // Faladié, about 9 km from the centre of Bamako.
    public static readonly GeoPoint Faladie = new(12.5872, -7.9475);

    // The airport's military zone, about 6 km further.
    public static readonly GeoPoint Airport = new(12.5335, -7.9499);

    public static ReportDraft Attack => new()
    {
        Type = new EventKind(SubEventType.Attack, null),
        Sites = [At(Faladie)],
        Occurred = Exactly(Now.AddHours(-3)),
        Source = By("witness one"),
        Tlp = TlpLabel.Green,
    };

    public static SiteDraft At(GeoPoint point) => new(new PlaceReference { Point = point }, []);

    public static SiteDraft InCity(int id) => new(new PlaceReference { GeonamesId = id }, []);

    // One degree of latitude is 111.2 km on the sphere that distances are measured on.
    public static GeoPoint North(GeoPoint point, double km) => point with { Latitude = point.Latitude + (km / 111.195) };

    public static OccurredDraft Exactly(DateTimeOffset start) => new() { Start = start, Precision = TimePrecision.Exact };

    public static OccurredDraft OnDay(string date) => new() { LocalDate = date, Precision = TimePrecision.Day };

    public static Source By(string name, SourceReliability reliability = SourceReliability.C, ClaimantKind kind = ClaimantKind.Witness) => new()
    {
        Name = name,
        Kind = kind,
        Grade = new Grade(reliability, InformationCredibility.ProbablyTrue),
    };
}
