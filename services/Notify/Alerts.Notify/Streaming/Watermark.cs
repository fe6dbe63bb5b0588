using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming;

// The newest watermark and what follows from its age. Fed by the tail's reads of the store and, sooner, by the events themselves.
// Thread safe.
internal sealed class Watermark : IWatermark
{
    // The design's limit of silence: older than this is announced as blind.
    public static readonly TimeSpan BlindAfter = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _started;
    private readonly DateTimeOffset _domainStarted;
    private readonly Lock _lock = new();
    private Mark _mark = Mark.None;
    private long _headSeen;

    public Watermark(TimeProvider time, DateTimeOffset domainNow)
    {
        _time = time;
        _started = time.GetUtcNow();
        _domainStarted = domainNow;
        _headSeen = time.GetTimestamp();
    }

    public Mark Current => Volatile.Read(ref _mark);

    public DateTimeOffset? CompleteThrough => Current.CompleteThrough;

    public DateTimeOffset? BlindSince => SightOf(Current).BlindSince;

    public TimeSpan HeadAge => _time.GetElapsedTime(Volatile.Read(ref _headSeen));

    // Whether the path has stood still so long, within this process's own life, that everybody must be told.
    public bool IsBlindForLong => BlindSince is not null && _time.GetUtcNow() - _started > BlindAfter;

    public static bool IsFresh(DateTimeOffset? sent, DateTimeOffset now) => sent is { } at && now - at <= BlindAfter;

    // Later marks only; a mark of another replica may arrive late.
    public void Advance(Mark mark)
    {
        lock (_lock)
        {
            if ((mark.Sent ?? DateTimeOffset.MinValue) >= (_mark.Sent ?? DateTimeOffset.MinValue))
                Volatile.Write(ref _mark, mark);
        }
    }

    public void SawHead() => Volatile.Write(ref _headSeen, _time.GetTimestamp());

    public Sight SightOf(Mark mark)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (mark.Sent is null)
            return new Sight(null, now - _started > BlindAfter ? _domainStarted : null);
        return new Sight(mark.CompleteThrough, IsFresh(mark.Sent, now) ? null : mark.CompleteThrough);
    }
}
