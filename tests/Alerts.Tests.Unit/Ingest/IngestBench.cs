using Alerts.Gazetteer;
using Alerts.Ingest;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Messaging;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Ingest.Storage;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Terms;
using Alerts.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using Incident = Alerts.Ingest.Incidents.Incident;
using Report = Alerts.Ingest.Reports.Report;
using RetractionScope = Alerts.Ingest.Reports.RetractionScope;

namespace Alerts.Tests.Unit.Ingest;

// The service's store, intake and folding on a real store, with time that stands still; the loop is stepped by hand.
internal sealed class IngestBench : IAsyncDisposable
{
    public static readonly Scope Org = new("org-a");
    public static readonly Scope OtherOrg = new("org-b");

    private static readonly Lazy<PlaceIndex> Index = new(PlaceIndex.Load);

    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-ingest-").FullName;
    private readonly FakeTimeProvider _time;
    private readonly FoldSignal _signal = new();
    private readonly FoldStep _step;
    private long _read;

    public IngestBench(DateTimeOffset? start = null)
    {
        _time = new FakeTimeProvider(start ?? Sample.Now);
        Clock = new ScenarioClock(_time, start ?? Sample.Now, 0);
        Store = Task.Run(() => TestStore.OpenAsync("ingest", _folder, typeof(IngestSetup).Assembly)).GetAwaiter().GetResult();
        Resolver = new PlaceResolver(Index.Value);
        Validator = new ReportValidator(Resolver);
        Events = new IncidentEvents(new Outbox(Topics.Incidents, _time), _time);
        Reports = new ReportStore(Store, Clock, _time, _signal);
        Incidents = new IncidentReader(Store);
        _step = new FoldStep(Store, Events, Clock, NullLogger<FoldStep>.Instance);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ScenarioClock Clock { get; }

    public IStore Store { get; }

    public PlaceResolver Resolver { get; }

    public ReportValidator Validator { get; }

    public IncidentEvents Events { get; }

    public ReportStore Reports { get; }

    // What waited after the last step of folding, as the loop tells intake.
    public long Waiting { set => _signal.Waiting = value; }

    public IncidentReader Incidents { get; }

    // Stores a draft for an organisation, a minute after the one before, and answers its name.
    public async Task<string> SubmitAsync(ReportDraft draft, Scope? organisation = null, string requestId = "", string body = "body")
    {
        Clock.AdvanceTo(Clock.Now.AddMinutes(1));
        Report report = Validator.Validate(draft, "report", Clock.Now, inScenario: false);
        byte[] answer = await Reports.SubmitAsync(
            new Submission(organisation ?? Org, "officer", requestId, System.Text.Encoding.UTF8.GetBytes(body)),
            [report],
            accepted => System.Text.Encoding.UTF8.GetBytes(accepted[0].Name),
            Cancel);
        return System.Text.Encoding.UTF8.GetString(answer);
    }

    public Task RetractAsync(string name, RetractionScope scope = RetractionScope.Report, Scope? organisation = null) => Reports.RetractAsync(
        new Submission(organisation ?? Org, "officer", "", []), name, scope, "untrue", _ => [], Cancel);

    // An analyst's judgement, folded; answers the report's name and the events.
    public async Task<(string Report, IReadOnlyList<IncidentRecorded> Events)> ReviewAsync(
        string incident, Alerts.Ingest.Incidents.ReviewVerdict verdict, Alerts.Terms.TlpLabel tlp, Scope? organisation = null)
    {
        Clock.AdvanceTo(Clock.Now.AddMinutes(1));
        Incident judged = (await Incidents.FindAsync(incident, organisation ?? Org, Cancel))!;
        Review.Check(judged, tlp);
        byte[] answer = await Reports.SubmitAsync(
            new Submission(organisation ?? Org, "analyst", "", []),
            [Review.Of(judged, verdict, "seen with own eyes", tlp, organisation ?? Org)],
            accepted => System.Text.Encoding.UTF8.GetBytes(accepted[0].Name),
            Cancel);
        return (System.Text.Encoding.UTF8.GetString(answer), await FoldAsync());
    }

    // Folds everything that waits and answers the events that it led to.
    public async Task<IReadOnlyList<IncidentRecorded>> FoldAsync()
    {
        while (!(await FoldStepAsync(watermark: false)).CaughtUp)
        {
            // The next batch.
        }

        return [.. (await NewEventsAsync()).Where(e => e.IncidentRecorded is not null).Select(e => e.IncidentRecorded)];
    }

    public Task<FoldOutcome> FoldStepAsync(bool watermark) => _step.RunAsync(watermark, Cancel);

    public async Task<IReadOnlyList<Event>> NewEventsAsync()
    {
        var rows = await Store.ReadAsync(
            s => s.Query("SELECT seq, body FROM outbox WHERE seq > $1 ORDER BY seq", r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)), _read), Cancel);
        _read = rows.Count > 0 ? rows[^1].Item1 : _read;
        return [.. rows.Select(r => Event.Parser.ParseFrom(r.Item2))];
    }

    // Submits and folds one; answers the events.
    public async Task<IReadOnlyList<IncidentRecorded>> TellAsync(ReportDraft draft, Scope? organisation = null)
    {
        await SubmitAsync(draft, organisation);
        return await FoldAsync();
    }

    public async Task<IReadOnlyList<Incident>> ListAsync(Scope? organisation = null) =>
        [.. (await Incidents.ListAsync(new IncidentFilter(organisation ?? Org) { IncludeHistoric = true }, null, 100, Cancel)).Select(i => i.Incident)];

    // The groups of an incident's reports that bear one text, each report by the id that the caller gave it.
    public async Task<IReadOnlyList<IReadOnlyList<string>>> CopiesAsync(Incident incident, IReadOnlyDictionary<string, string> ids)
    {
        var reports = new List<Report>();
        foreach (Alerts.Ingest.Incidents.IncidentReport voice in incident.Reports)
            reports.Add((await Reports.FindAsync(voice.Report, Org, "officer", Cancel))!.Report);
        return [.. OriginGroups.CopiesAmong(reports).Select(g => (IReadOnlyList<string>)[.. g.Select(r => ids[r.Name])])];
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _signal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
