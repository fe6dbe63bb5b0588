using Alerts.Client.Errors;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>Sends reports at a steady rate, whatever happens to the server, and each until it is answered, always under the same request id.</summary>
internal sealed class Reporter(string name, IServerLine line, HistoryFile history, IEnumerable<int> cities)
{
    // Doubled with each try: thousands that wait for a server would burn the machine's time otherwise.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(2);

    private readonly List<Task> _open = [];

    /// <summary>Sends until stopped, or until each city has had its report; then waits for all answers.</summary>
    public async Task RunAsync(int perSecond, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond), TimeProvider.System);
        foreach (int city in cities)
        {
            try
            {
                await pace.WaitForNextTickAsync(stop);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            _open.Add(SendAsync($"{name}-{_open.Count}", city, cancellationToken));
        }

        await Task.WhenAll(_open);
    }

    /// <summary>Sends while work is done; then waits for all answers.</summary>
    public async Task RunWhileAsync(int perSecond, Func<Task> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task reporting = RunAsync(perSecond, stop.Token, cancellationToken);
        await work();
        await stop.CancelAsync();
        await reporting;
    }

    private async Task SendAsync(string id, int city, CancellationToken cancellationToken)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        history.Add(new HistoryRecord.Submitted(id, city, now));
        // Every second one for everybody, the others for the own organisation, as an officer's report without a label is.
        var request = new SubmitReportRequest { RequestId = id, Report = Attack(id, city, now, _open.Count % 2 == 0 ? TlpLabel.Clear : TlpLabel.Unspecified) };
        for (TimeSpan retry = RetryAfter; ; retry = retry < LongestRetry ? 2 * retry : LongestRetry)
        {
            RunningServer server = await line.CurrentAsync(cancellationToken);
            try
            {
                SubmitReportResponse answer = await server.Client.Ingest.SubmitReportAsync(request, cancellationToken: cancellationToken);
                history.Add(new HistoryRecord.Answered(id, answer.Name, answer.AcceptTime.ToDateTimeOffset(), server.Number, TimeProvider.System.GetUtcNow()));
                server.Accepted.TrySetResult();
                return;
            }
            catch (RpcException e) when (AlertsError.From(e).IsTransient)
            {
                await Task.Delay(retry, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>One unknown voice about an attack that goes on: unverified and Serious, so one Flash and a floor of 3 (risk.md's acute table).</summary>
    public static Report Attack(string source, int city, DateTimeOffset at, TlpLabel tlp) => new()
    {
        SubEventType = SubEventType.Attack,
        Sites = { new Site { Reference = new PlaceReference { GeonamesId = city } } },
        Occurred = new OccurredTime { StartTime = at.ToTimestamp(), Precision = TimePrecision.Exact, Ongoing = true },
        Source = new Source
        {
            Name = source,
            Kind = ClaimantKind.Witness,
            Reliability = SourceReliability.F,
            Credibility = InformationCredibility.CannotBeJudged,
        },
        Tlp = tlp,
    };
}
