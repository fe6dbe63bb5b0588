using System.IO.Pipelines;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Notify.Wire;
using Alerts.Platform.Access;
using Alerts.Platform.Time;
using Alerts.Terms;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Grpc;

// StreamAlerts: checks the request, finds where to begin, and hands over to the core's subscription.
internal sealed class AlertStreams(
    ILogReader log,
    FanOut fanOut,
    LogTail tail,
    Watermark watermark,
    CursorCodec cursors,
    FilterMapping filters,
    IWatchReader watches,
    WatchChanges changes,
    FrameEncoder encoder,
    IGrantCheck grants,
    DomainClock clock,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    IOptions<NotifyOptions> options,
    ILogger<AlertStreams> logger)
{
    private static readonly TimeSpan DefaultBookmark = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestBookmark = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBookmark = TimeSpan.FromSeconds(300);

    // body: where frames go as they are, framed for gRPC; null: they go through the writer, which makes something else of them.
    public async Task StreamAsync(
        V1.StreamAlertsRequest request,
        Principal caller,
        IServerStreamWriter<V1.StreamAlertsResponse> stream,
        PipeWriter? body,
        CancellationToken cancellationToken)
    {
        if (request.FromStart && request.Cursor.Length > 0)
            throw AlertsException.Invalid("from_start", "excludes a cursor; send one of the two.");
        TimeSpan bookmark = BookmarkInterval(request);
        Language? language = LanguageMapping.Of(request.Language, "language");
        Wish wish = await WishAsync(request, caller, cancellationToken);
        var terms = new SubscriptionTerms(caller.Organisation, wish.Filter, bookmark) { Language = language ?? wish.Language ?? Language.English };
        (Guid logId, SubscriptionStart start) = await StartAsync(request, terms, cancellationToken);
        var target = new FrameTarget(logId, caller.Organisation, terms.Language);
        var cut = new SlowCut(TimeSpan.FromSeconds(options.Value.StuckSeconds), time);
        IFrameSink sink = body is null ? new MessageSink(stream, target, encoder, cut) : new PipeSink(body, target, encoder, cut);
        if (wish.CanHush || !start.Quieted.IsNone)
            sink = new HushingSink(sink, wish.Hushes, terms, log, start, HushMapping.FactsOf, () => clock.Now);
        try
        {
            string reason = await new Subscription(fanOut, tail, log, watermark, time, terms, sink)
                .RunAsync(start, new StreamSignals(() => GrantEnding(caller), lifetime.ApplicationStopping, wish.Changed), cancellationToken);
            ThrowFor(reason);
        }
        catch (AlertsException e) when (e.Reason == ErrorReasons.Slow)
        {
            NotifyLog.StreamCut(logger, options.Value.StuckSeconds);
            throw;
        }
        catch (LogPassedException)
        {
            throw Expired(await log.StateAsync(cancellationToken), caller);
        }
    }

    private string? GrantEnding(Principal caller) => grants.Check(caller) switch
    {
        GrantState.Standing => null,
        GrantState.Expired => StreamEndings.TokenExpired,
        _ => StreamEndings.Revoked,
    };

    // What the call ends with after its Closing frame; a changed watch ends it well.
    private static void ThrowFor(string reason)
    {
        switch (reason)
        {
            case StreamEndings.Shutdown:
                throw new AlertsException(ErrorKind.Unavailable, ErrorReasons.Shutdown, "The service is stopping; come back with the last cursor.")
                {
                    RetryAfter = TimeSpan.FromSeconds(1),
                };
            case StreamEndings.TokenExpired:
                throw new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.TokenExpired, "Your sign-in has run out; sign in again and come back with the last cursor.");
            case StreamEndings.Revoked:
                throw new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.Revoked, "The key was revoked, or what it may do was changed.");
        }
    }

    private static TimeSpan BookmarkInterval(V1.StreamAlertsRequest request)
    {
        if (request.BookmarkInterval is not { } asked)
            return DefaultBookmark;
        var interval = TimeSpan.FromSeconds(Math.Clamp(asked.Seconds + (asked.Nanos / 1e9), -1, LongestBookmark.TotalSeconds + 1));
        return interval >= ShortestBookmark && interval <= LongestBookmark
            ? interval
            : throw AlertsException.Invalid("bookmark_interval", "must be 1 s to 300 s; leave it out for 15 s.");
    }

    private async Task<Wish> WishAsync(
        V1.StreamAlertsRequest request, Principal caller, CancellationToken cancellationToken)
    {
        if (request.Watch.Length == 0)
            return new Wish(filters.ToFilter(request.Filter, "filter"), null, HushRules.None, CancellationToken.None);
        if (request.Filter is not null)
            throw AlertsException.Invalid("filter", "excludes a watch; send one of the two.");
        string id = Names.Id("watch", request.Watch, Names.Watches);
        CancellationToken changed = changes.Follow(id);
        Watch watch = await watches.FindAsync(new WatchOwner(caller.Organisation, caller.Subject), id, cancellationToken)
            ?? throw AlertsException.NoSuch(request.Watch);
        AlertFilter filter = filters.ToFilter(WatchMapping.FilterOf(watch), "watch.filter");
        V1.Watch settings = WatchMapping.SettingsOf(watch);
        return new Wish(filter, LanguageMapping.Of(settings.Language, "watch.language"), HushMapping.ToRules(settings, filter), changed);
    }

    private async Task<(Guid LogId, SubscriptionStart Start)> StartAsync(
        V1.StreamAlertsRequest request, SubscriptionTerms terms, CancellationToken cancellationToken)
    {
        if (request.Cursor.Length > 0)
        {
            Cursor cursor = cursors.Open(request.Cursor, terms.Organisation);
            (LogState state, ChainHash? chain) = await log.ProbeAsync(cursor.Point.Position, cancellationToken);
            return CursorCheck.Holds(cursor, state, chain)
                ? (state.LogId, new SubscriptionStart(cursor.Point, []) { Quieted = cursor.Quieted })
                : throw Expired(state, terms.Organisation);
        }

        if (request.FromStart)
        {
            LogState state = await log.StateAsync(cancellationToken);
            return (state.LogId, new SubscriptionStart(state.Floor, []));
        }

        LogSnapshot snapshot = await log.SnapshotAsync(terms.Admits, cancellationToken);
        return (snapshot.Log.LogId, new SubscriptionStart(snapshot.Log.Head, snapshot.Positions));
    }

    private AlertsException Expired(LogState state, Principal caller) => Expired(state, caller.Organisation);

    private AlertsException Expired(LogState state, Scope organisation) =>
        CursorCheck.Expired(cursors.Seal(new Cursor(state.LogId, state.Floor), organisation));

    // What the caller asked for, by a watch or by itself.
    private sealed record Wish(AlertFilter Filter, Language? Language, HushRules Hushes, CancellationToken Changed)
    {
        public bool CanHush => Hushes.Silence is not null || Hushes.QuietHours is not null;
    }
}
