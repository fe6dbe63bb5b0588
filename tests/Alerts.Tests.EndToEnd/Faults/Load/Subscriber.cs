using System.Security.Cryptography;
using Alerts.Client.Streaming;
using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>
/// One lineage of cursors from the start of the log, over as many servers as it takes: writes down every alert and bookmark, and ends with a
/// bookmark that vouches for all up to the time it was told.
/// </summary>
internal sealed class Subscriber(string lineage, IServerLine line, HistoryFile history, ICursorStore cursors)
{
    private static readonly Duration BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));

    private readonly TaskCompletionSource<DateTimeOffset> _last = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says up to when everything must have come before it may end.</summary>
    public void EndAfter(DateTimeOffset accepted) => _last.SetResult(accepted);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            RunningServer server = await line.CurrentAsync(cancellationToken);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, server.Replaced.Token);
            var request = new StreamAlertsRequest { FromStart = true, BookmarkInterval = BookmarkInterval };
            try
            {
                await foreach (StreamAlertsResponse frame in server.Client.Subscribe(request, new SubscriptionOptions { Cursors = cursors }).WithCancellation(gone.Token))
                {
                    if (await SeeAsync(frame))
                        return;
                }
            }
            catch (OperationCanceledException) when (server.Replaced.IsCancellationRequested)
            {
                // The next server has another port.
            }
        }
    }

    /// <summary>What an alert says, all of it, in short.</summary>
    public static string Body(Alert alert) => Convert.ToHexStringLower(SHA256.HashData(alert.ToByteArray()));

    // Whether this was the last that it waits for.
    private async Task<bool> SeeAsync(StreamAlertsResponse frame)
    {
        if (frame.Alert?.Alert is { } alert)
            history.Add(new HistoryRecord.Delivered(lineage, alert.Name, alert.Situation, alert.SituationRevision, Body(alert), TimeProvider.System.GetUtcNow()));
        if (frame.Bookmark is not { } bookmark)
            return false;
        DateTimeOffset? through = bookmark.CompleteThroughTime?.ToDateTimeOffset();
        history.Add(new HistoryRecord.Marked(lineage, through));
        return _last.Task.IsCompleted && through > await _last.Task;
    }
}
