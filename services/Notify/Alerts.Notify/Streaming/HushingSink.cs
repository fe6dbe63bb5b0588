using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Streaming;

// Marks what a watch keeps quiet, and once that is over tells again what is active still. It withholds and reorders nothing. Invariant: every
// cursor that goes out with a frame says what was sent without sound up to it and is to be told again; a repeat ends with the first cursor
// that no longer says so, and begins anew when it broke off before. What is told again follows from the log between the two positions alone.
// Used by one task.
internal sealed class HushingSink(
    IFrameSink inner,
    HushRules rules,
    SubscriptionTerms terms,
    ILogReader log,
    SubscriptionStart start,
    Func<LogEntry, AlertFacts> factsOf,
    Func<DateTimeOffset> now) : IFrameSink
{
    private Quieted _quieted = start.Quieted;
    private LogPoint _at = start.Point;

    public bool IsStuck => inner.IsStuck;

    public async ValueTask WriteAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        if (frame is StreamFrame.Alert or StreamFrame.Bookmark)
            await ReleaseAsync(cancellationToken);
        StreamFrame marked = Mark(frame);
        await inner.WriteAsync(marked, cancellationToken);
        _quieted = marked.Quieted;
        _at = frame.Where ?? _at;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    private StreamFrame Mark(StreamFrame frame)
    {
        DateTimeOffset at = now();
        switch (frame)
        {
            case StreamFrame.Alert { IsSnapshot: false } alert:
                AlertFacts facts = factsOf(alert.Entry);
                HushReason holding = rules.Holding(rules.ActiveAt(at), alert.Entry.Reach, facts);
                return holding == 0
                    ? alert with { Quieted = _quieted }
                    : alert with { Quieted = _quieted.With(alert.Entry.Position, holding), Hush = rules.Of(alert.Entry.Reach, facts, at) };
            case StreamFrame.Subscribed or StreamFrame.Bookmark:
                return frame with { Quieted = _quieted, Hush = rules.At(at) };
            default:
                return frame with { Quieted = _quieted };
        }
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        HushReason active = rules.ActiveAt(now());
        HushReason over = _quieted.Reasons & ~active;
        if (over == 0)
            return;
        Quieted left = active == 0 ? default : _quieted with { Reasons = active };
        IReadOnlyList<Told> due = await DueAsync(over, active, cancellationToken);
        for (int i = 0; i < due.Count; i++)
        {
            bool isLast = i == due.Count - 1;
            await inner.WriteAsync(
                new StreamFrame.Alert(isLast ? _at : null, due[i].Newest, IsSnapshot: false) { Quieted = left, Released = due[i].Peak }, cancellationToken);
        }

        _quieted = left;
    }

    // The newest alert so far of each situation that is open by it and of which something was held that nothing holds any more; oldest first.
    private async Task<IReadOnlyList<Told>> DueAsync(HushReason over, HushReason active, CancellationToken cancellationToken)
    {
        // A store may read on the caller's thread, and the fan-out's has others to serve.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var told = new Dictionary<(Scope, string), Told>();
        for (long position = _quieted.Since - 1; position < _at.Position;)
        {
            IReadOnlyList<LogEntry> page = await log.AfterAsync(position, cancellationToken);
            if (page.Count == 0 || page[0].Position != position + 1)
                throw new LogPassedException();
            foreach (LogEntry entry in page.Where(entry => entry.Position <= _at.Position && terms.Admits(entry)))
            {
                AlertFacts facts = factsOf(entry);
                bool isDue = rules.Holding(over, entry.Reach, facts) != 0 && rules.Holding(active, entry.Reach, facts) == 0;
                Urgency? before = told.GetValueOrDefault((entry.Scope, facts.Situation))?.Peak;
                told[(entry.Scope, facts.Situation)] = new Told(entry, facts.IsOpen, isDue && !(facts.Urgency <= before) ? facts.Urgency : before);
            }

            position = page[^1].Position;
        }

        return [.. told.Values.Where(t => t.IsOpen && t.Peak is not null).OrderBy(t => t.Newest.Position)];
    }

    // Peak: the highest urgency of what is due; null when nothing is.
    private sealed record Told(LogEntry Newest, bool IsOpen, Urgency? Peak);
}
