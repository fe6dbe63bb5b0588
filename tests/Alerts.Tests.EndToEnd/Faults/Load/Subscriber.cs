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
/// <param name="lineage">Its name in the history.</param>
/// <param name="line">The servers.</param>
/// <param name="history">Where it writes.</param>
/// <param name="cursors">Where it keeps its place.</param>
/// <param name="countries">What it wants; empty: everything.</param>
internal sealed class Subscriber(string lineage, IServerLine line, HistoryFile history, ICursorStore cursors, params IReadOnlyList<string> countries)
{
    // Many need not all say each second that there is nothing.
    private readonly Duration _bookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(countries.Count == 0 ? 1 : 5));

    private readonly TaskCompletionSource<DateTimeOffset> _last = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action _kill = static () => { };

    /// <summary>Says up to when everything must have come before it may end.</summary>
    public void EndAfter(DateTimeOffset accepted) => _last.SetResult(accepted);

    /// <summary>Ends its program at this moment, with what it has not handled yet; another one goes on from its cursor.</summary>
    public void Kill() => Volatile.Read(ref _kill)();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (countries.Count > 0)
            history.Add(new HistoryRecord.Joined(lineage, countries));
        while (true)
        {
            // Not disposed: it may be killed at its last moment.
            var life = new CancellationTokenSource();
            Volatile.Write(ref _kill, life.Cancel);
            RunningServer server = await line.CurrentAsync(cancellationToken);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, server.Replaced.Token, life.Token);
            var request = new StreamAlertsRequest { FromStart = true, BookmarkInterval = _bookmarkInterval };
            if (countries.Count > 0)
                request.Filter = new AlertFilter { CountryCodes = { countries } };
            try
            {
                await foreach (StreamAlertsResponse frame in server.Client.Subscribe(request, new SubscriptionOptions { Cursors = cursors }).WithCancellation(gone.Token))
                {
                    if (await SeeAsync(frame))
                        return;
                }
            }
            catch (OperationCanceledException) when (server.Replaced.IsCancellationRequested || life.IsCancellationRequested)
            {
                // The next server has another port; the next program comes with another connection's stream.
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
