using Alerts.Client;
using Alerts.Client.Streaming;
using Alerts.V1;

namespace Alerts.Cli.Watching;

// One run of 'watch', from its start to Ctrl-C, idleness, or an error that no waiting heals.
internal sealed class WatchRun(Shell shell, AlertsClient client, StreamAlertsRequest request, IWatchPrinter printer, FileCursorStore? store)
{
    private const string FromStart = "start";
    private const string FromNow = "now";

    // A loaded machine or a far server may take longer to connect than the idleness that is asked for.
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    private readonly ContactWatch _contact = new(shell.Time, printer);
    private CancellationTokenSource? _idle;
    private TimeSpan? _idleTime;

    public async Task<int> RunAsync(string? from, TimeSpan? untilIdle, CancellationToken cancellation)
    {
        SetStart(from);
        _idleTime = untilIdle;
        using var idle = untilIdle is { } wait
            ? new CancellationTokenSource(wait > ConnectPatience ? wait : ConnectPatience, shell.Time)
            : new CancellationTokenSource();
        _idle = idle;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, idle.Token);
        using IDisposable watching = _contact.Start();
        try
        {
            await FollowAsync(either.Token);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return _contact.IsLost ? ExitCodes.Unreachable : _contact.IsBlind ? ExitCodes.Unhealthy : ExitCodes.Ok;
        }
    }

    private void SetStart(string? from)
    {
        if (from is null) return;
        store?.Clear();
        if (from == FromStart) request.FromStart = true;
        else if (from != FromNow) request.Cursor = from;
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await foreach (StreamAlertsResponse frame in client.Subscribe(request, Options()).WithCancellation(cancellation))
                {
                    _contact.Heard();
                    printer.Frame(frame);
                    if (frame.FrameCase is StreamAlertsResponse.FrameOneofCase.Alert or StreamAlertsResponse.FrameOneofCase.Subscribed) StillBusy();
                }
            }
            catch (SubscriptionException e) when (e.IsCursorRefused && request.Cursor.Length == 0 && store is not null && !shell.Json)
            {
                // The officer gave no cursor: ours is of no use. Going on with what is active beats going silent at night, said aloud.
                shell.Warn(e.Message);
                store.Clear();
            }
        }
    }

    private SubscriptionOptions Options() => new()
    {
        Cursors = store,
        Time = shell.Time,
        OnConnection = change =>
        {
            _contact.Change(change);
            printer.Connection(change);
        },
    };

    private void StillBusy()
    {
        if (_idleTime is { } wait) _idle!.CancelAfter(wait);
    }
}
