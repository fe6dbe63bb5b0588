using System.Collections.Concurrent;
using System.Diagnostics;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Load;

/// <summary>Sends reports and hears their alerts, each by the name of its source. Thread safe.</summary>
internal sealed class HeardAlerts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _expected = new();
    private readonly AsyncServerStreamingCall<StreamAlertsResponse> _stream;
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private HeardAlerts(NotifyService.NotifyServiceClient notify)
    {
        _stream = notify.StreamAlerts(new StreamAlertsRequest(), new CallOptions());
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Subscribes; completes once the server has said so and sent all that was active.</summary>
    public static async Task<HeardAlerts> OpenAsync(NotifyService.NotifyServiceClient notify)
    {
        var heard = new HeardAlerts(notify);
        await await Task.WhenAny(heard._subscribed.Task, heard._reading);
        return heard;
    }

    /// <summary>Sends a report; completes with its first alert, and gives the milliseconds from the one to the other.</summary>
    public async Task<double> FollowAsync(IngestService.IngestServiceClient ingest, SubmitReportRequest request)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Before it is sent: the alert may come before the answer.
        _expected[request.Report.Source.Name] = arrival;
        long sent = Stopwatch.GetTimestamp();
        await ingest.SubmitReportAsync(request, new CallOptions());
        await arrival.Task;
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        await _reading.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private async Task ReadAsync()
    {
        int active = 0;
        await foreach (StreamAlertsResponse frame in _stream.ResponseStream.ReadAllAsync())
        {
            if (frame.FrameCase == StreamAlertsResponse.FrameOneofCase.Subscribed) active = frame.Subscribed.SnapshotSize;
            if (active == 0) _subscribed.TrySetResult();
            if (frame.FrameCase != StreamAlertsResponse.FrameOneofCase.Alert) continue;
            if (frame.Alert.Snapshot)
            {
                if (--active == 0) _subscribed.TrySetResult();
                continue;
            }

            foreach (IncidentReport report in frame.Alert.Alert.Incident?.Reports ?? [])
            {
                if (_expected.TryRemove(report.Source, out TaskCompletionSource? arrival)) arrival.SetResult();
            }
        }
    }
}
