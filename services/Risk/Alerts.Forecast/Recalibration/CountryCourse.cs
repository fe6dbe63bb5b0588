namespace Alerts.Forecast.Recalibration;

/// <summary>
/// One country's fold as questions see it, and, where the past has changed, the fold that is being made in its place. Invariant: questions
/// are answered by one fold, whole, which does not read the series any more once what it was folded over has changed. Not thread safe:
/// the ledger locks.
/// </summary>
// apart: a question folds no more than the Mondays of the last weeks; all else is left to Work.
// identity: of the arithmetic (FoldIdentity).
internal sealed class CountryCourse(Func<CountryFold> start, Func<bool> prepare, Lazy<byte[]> identity, bool apart)
{
    // Mondays that a question may fold itself, where the rest is folded apart: one of the largest country takes a few milliseconds.
    private const int AtOnce = 2;

    private CountryFold? _served;
    private CountryFold? _next;

    // What an earlier start had learnt, until it is known whether it still holds; and where the fold stood that was saved last.
    private byte[]? _offered;
    private (CountryFold? Fold, int Steps) _saved;

    // Grows whenever answers may differ though nothing new has happened.
    public long Revision { get; private set; }

    // Something has changed on a day.
    public void Change(int day)
    {
        if ((_next ?? _served) is not { } fold || !fold.IsTouchedBy(day)) return;
        _next = fold.Without(day);
    }

    public Taught At(int city, int day)
    {
        if (!apart)
        {
            while (Work(day, int.MaxValue))
            {
            }
        }
        else if (_next is null && _served?.Behind(day) is > 0 and <= AtOnce)
        {
            _served.Advance(day, AtOnce);
        }

        if (_served is null) return Taught.Pending(default, default);
        (Adjustment days30, Adjustment days7) = _served.At(city, day);
        if (!IsCurrent(day)) return Taught.Pending(days30, days7);
        (var skill30, var skill7) = _served.SkillAt(city, day);
        return new Taught(days30, days7, skill30, skill7, IsPending: false);
    }

    // Goes on by a number of Mondays at most, or by as much of what must be done before the first. Answers whether there was anything to do.
    public bool Work(int day, int steps)
    {
        if (IsCurrent(day)) return false;
        if (_served is null && _next is null)
        {
            if (apart && prepare()) return true;
            _next = start();
            if (_offered is { } state && _next.Restore(state, identity.Value)) _saved = (_next, _next.Steps);
            _offered = null;
        }

        CountryFold fold = _next ?? _served!;
        fold.Advance(day, steps);
        bool done = fold.Behind(day) == 0;
        if (done || _next is null) Revision++;
        if (done) (_served, _next) = (fold, null);
        return true;
    }

    // Gives what was learnt at an earlier start; of no effect once anything is folded.
    public void Offer(byte[] state) => _offered = state;

    // What is learnt by a day, whole; null when it is not, or has been given out before.
    public byte[]? Save(int day)
    {
        if (!IsCurrent(day) || _saved == (_served, _served!.Steps)) return null;
        _saved = (_served, _served.Steps);
        return _served.Save(identity.Value);
    }

    private bool IsCurrent(int day) => _next is null && _served?.Behind(day) == 0;
}
