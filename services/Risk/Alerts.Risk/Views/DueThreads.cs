using Alerts.Risk.Situations;

namespace Alerts.Risk.Views;

// The threads of a view that end by themselves, by when they are next due. Not thread safe: the board locks.
internal sealed class DueThreads
{
    private readonly SortedDictionary<(DateTimeOffset Due, string Id), Situation> _threads =
        new(Comparer<(DateTimeOffset Due, string Id)>.Create(static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : string.CompareOrdinal(a.Id, b.Id)));

    public DateTimeOffset? Next
    {
        get
        {
            foreach (((DateTimeOffset due, _), _) in _threads)
                return due;
            return null;
        }
    }

    public IEnumerable<Situation> UpTo(DateTimeOffset now) => _threads.TakeWhile(t => t.Key.Due <= now).Select(t => t.Value);

    public void Replace(Situation? before, Situation after)
    {
        if (before is { NextDue: { } was })
            _threads.Remove((was, before.Id));
        if (after.NextDue is { } due)
            _threads[(due, after.Id)] = after;
    }
}
