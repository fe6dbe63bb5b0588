using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Ingest.Corroboration;

// One situation of situations.jsonl: reports as several sources tell them, and which of them are one incident. Some retell real events,
// some are invented: never facts. Own wording, CC0.
internal sealed class Situation(JsonNode node)
{
    public static IReadOnlyList<Situation> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Ingest", "Corroboration", "situations.jsonl")).Select(l => new Situation(JsonNode.Parse(l)!)),
    ];

    public string Id => (string)node["id"]!;

    public IReadOnlyList<(string Id, DateTimeOffset ReceivedAt, ReportDraft Draft)> Reports { get; } =
    [
        .. node["reports"]!.AsArray().Select(r => (Id: (string)r!["rid"]!, At: Instant(r["received_at"])!.Value, Draft: DraftOf(r))).OrderBy(r => r.At),
    ];

    public IReadOnlyList<IReadOnlyList<string>> Incidents => [.. node["gold"]!["incidents"]!.AsArray().Select(i => Strings(i!["rids"]))];

    public IReadOnlyList<IReadOnlyList<string>> Copies => [.. node["gold"]!["copies"]!.AsArray().Select(Strings)];

    // The incidents that a report speaks of beside its own: pairing it with theirs is not counted.
    public IReadOnlyList<(string Report, IReadOnlyList<string> With)> Also =>
    [
        .. node["gold"]!["also"]!.AsObject().SelectMany(a => Strings(a.Value).Select(iid =>
            (a.Key, Strings(node["gold"]!["incidents"]!.AsArray().Single(i => (string)i!["iid"]! == iid)!["rids"])))),
    ];

    private static IReadOnlyList<string> Strings(JsonNode? list) => [.. list!.AsArray().Select(s => (string)s!)];

    private static ReportDraft DraftOf(JsonNode report) => new()
    {
        Type = new EventKind(TypeOf((string)report["event_type"]!), null),
        Sites = [new SiteDraft(PlaceOf(report), [])],
        Occurred = TimeOf(report),
        Source = new Source
        {
            Name = (string)report["source"]!,
            Kind = KindOf((string)report["kind"]!),
            Grade = new Grade(SourceReliability.C, InformationCredibility.PossiblyTrue),
        },
        Text = (string)report["text"]!,
        Casualties = report["killed"] is { } killed ? [new CasualtyStatement { Killed = new CasualtyRange((int?)killed["low"], (int?)killed["best"], (int?)killed["high"]) }] : [],
        Actors = [.. report["actors"]!.AsArray().Select(a => new Actor((string)a!, null, ActorRole.Perpetrator))],
        Tlp = TlpLabel.Green,
    };

    private static PlaceReference PlaceOf(JsonNode report)
    {
        double precision = (double?)report["place_precision_m"] ?? 300_000;
        return new PlaceReference
        {
            Point = report["lat"] is null ? new GeoPoint(9.08, 8.68) : new GeoPoint((double)report["lat"]!, (double)report["lon"]!),
            Precision = precision switch
            {
                <= 1_500 => PlacePrecision.Point,
                <= 25_000 => PlacePrecision.City,
                <= 200_000 => PlacePrecision.AdminArea,
                _ => PlacePrecision.Country,
            },
            Label = (string?)report["place"] ?? "",
        };
    }

    // A night that is given by its two days begins in the evening of the first.
    private static OccurredDraft TimeOf(JsonNode report)
    {
        string from = (string)report["occurred_from"]!;
        string precision = (string)report["time_precision"]!;
        if (precision == "week") return new OccurredDraft { LocalDate = from[..10], Precision = TimePrecision.Week };
        if (from.Length > 10) return new OccurredDraft { Start = Instant(report["occurred_from"])!.Value.ToUniversalTime(), Precision = precision == "part of day" ? TimePrecision.PartOfDay : precision == "day" ? TimePrecision.PartOfDay : TimePrecision.Hour };
        return new OccurredDraft { LocalDate = from, Precision = TimePrecision.Day };
    }

    private static DateTimeOffset? Instant(JsonNode? text) => DateTimeOffset.Parse((string)text!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static ClaimantKind KindOf(string kind) => kind switch
    {
        "sms" or "whatsapp" or "email" => ClaimantKind.Witness,
        "communique" => ClaimantKind.Authorities,
        _ => ClaimantKind.Press,
    };

    private static SubEventType TypeOf(string type) => type switch
    {
        "clash" => SubEventType.ArmedClash,
        "bombing" => SubEventType.RemoteExplosiveLandmineIed,
        "shelling" => SubEventType.ShellingArtilleryMissileAttack,
        "airstrike" => SubEventType.AirDroneStrike,
        "abduction" => SubEventType.AbductionForcedDisappearance,
        "protest" => SubEventType.ProtestWithIntervention,
        "riot" => SubEventType.ViolentDemonstration,
        "looting" or "arson" => SubEventType.LootingPropertyDestruction,
        "weapons" => SubEventType.DisruptedWeaponsUse,
        "other" => SubEventType.OtherStrategicDevelopment,
        _ => SubEventType.Attack,
    };
}
