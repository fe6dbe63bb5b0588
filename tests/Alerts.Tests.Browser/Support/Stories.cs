using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Alerts.Tests.Browser.Support;

/// <summary>What the server was told before anybody looks: history, a signed level, an attack with contradicting tolls, and a closed road. Invented.</summary>
public static class Stories
{
    /// <summary>GeoNames id of Gao.</summary>
    public const int Gao = 2457163;

    /// <summary>GeoNames id of Bamako.</summary>
    public const int Bamako = 2460596;

    /// <summary>A source's words that would run in a page that took them for code.</summary>
    public const string Script = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    private const string Country = "ML";

    public static async Task TellAsync(AlertsClient client, CancellationToken cancellationToken)
    {
        await HistoryAsync(client, cancellationToken);
        await client.Risk.SignAssessmentAsync(
            new SignAssessmentRequest
            {
                Area = $"cities/{Bamako}",
                Level = ThreatLevel.Moderate,
                Category = ThreatCategory.Terrorism,
                Rationale = "No attack for a year; crime at night.",
                ReviewDate = DateOnly.FromDateTime(Now().AddDays(5).UtcDateTime).ToString("O"),
            },
            cancellationToken: cancellationToken);
        const string colleague = "organisations/local/people/fatou";
        await client.Access.CreatePersonAsync(
            new CreatePersonRequest { Parent = "organisations/local", Person = new Person { Name = colleague, DisplayName = "Fatou Maïga", Roles = { Role.Officer, Role.Adviser } } },
            cancellationToken: cancellationToken);
        await client.Access.CreateKeyAsync(new CreateKeyRequest { Parent = colleague, Label = "Radio room" }, cancellationToken: cancellationToken);
        await client.Access.CreateInvitationAsync(new CreateInvitationRequest { Parent = colleague }, cancellationToken: cancellationToken);
        await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = Attack("market guard", ClaimantKind.Witness, 4, Script) }, cancellationToken: cancellationToken);
        await client.Ingest.SubmitReportAsync(new SubmitReportRequest { Report = Attack("the army", ClaimantKind.Authorities, 1, "One dead. The situation is under control.") }, cancellationToken: cancellationToken);
        await client.Risk.ReportAccessAsync(
            new ReportAccessRequest { Name = $"cities/{Gao}/threat", State = AccessState.Restricted, Aspect = AccessAspect.Road, Text = "Two convoys turned back.", Tlp = TlpLabel.Green },
            cancellationToken: cancellationToken);
    }

    /// <summary>One voice's word of an attack on the market of Gao some minutes ago.</summary>
    public static Report Attack(string source, ClaimantKind kind, int killed, string text) => new()
    {
        SubEventType = SubEventType.Attack,
        Sites = { new Site { Reference = new PlaceReference { Point = new GeoPoint { Latitude = 16.27, Longitude = -0.04 }, Precision = PlacePrecision.Point, Label = "market" } } },
        Occurred = new OccurredTime { StartTime = Now().AddMinutes(-20).ToTimestamp(), Precision = TimePrecision.Exact, Ongoing = true },
        Source = new Source { Name = source, Kind = kind, Reliability = SourceReliability.C, Credibility = InformationCredibility.PossiblyTrue },
        Casualties = { new CasualtyStatement { Killed = new CasualtyRange { Best = killed } } },
        Text = text,
        Tlp = TlpLabel.Green,
    };

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    // One deadly event every three weeks near Gao for two years, and coverage of the country for ten.
    private static async Task HistoryAsync(AlertsClient client, CancellationToken cancellationToken)
    {
        DateOnly today = DateOnly.FromDateTime(Now().UtcDateTime);
        using AsyncDuplexStreamingCall<ImportHistoryRequest, ImportHistoryResponse> import = client.Ingest.ImportHistory(cancellationToken: cancellationToken);
        await import.RequestStream.WriteAsync(new ImportHistoryRequest { Start = new ImportStart { Dataset = "invented", FileDigest = new string('a', 64) } }, cancellationToken);
        var batch = new ImportBatch();
        for (int back = 10, row = 0; back < 730; back += 21, row++)
        {
            batch.Events.Add(new HistoricEvent
            {
                RecordId = $"row-{row}",
                LocalDate = today.AddDays(-back).ToString("O"),
                TimePrecision = TimePrecision.Day,
                Latitude = 16.27 + (row % 5 * 0.05),
                Longitude = -0.04,
                PlacePrecision = PlacePrecision.City,
                CountryCode = Country,
                Place = "Gao",
                SubEventType = row % 3 == 0 ? SubEventType.RemoteExplosiveLandmineIed : SubEventType.Attack,
                Killed = 1 + (row % 4),
                Source = "invented",
            });
        }

        await import.RequestStream.WriteAsync(new ImportHistoryRequest { Batch = batch }, cancellationToken);
        var coverage = new CountryCoverage { CountryCode = Country, From = today.AddYears(-10).ToString("O"), Through = today.AddDays(-2).ToString("O") };
        await import.RequestStream.WriteAsync(new ImportHistoryRequest { End = new ImportEnd { Coverage = { coverage } } }, cancellationToken);
        await import.RequestStream.CompleteAsync();
        await foreach (ImportHistoryResponse answer in import.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (answer.RowsRefused > 0)
                throw new InvalidOperationException(answer.Errors[0].Message);
        }
    }
}
