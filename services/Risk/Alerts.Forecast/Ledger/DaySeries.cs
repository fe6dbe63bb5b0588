using System.Runtime.CompilerServices;

namespace Alerts.Forecast.Ledger;

/// <summary>
/// Counts per local day in rising order, without zero days, and the decayed sums over them. The counts are the truth. The sums are a
/// cache that always equals a fold from the first day on: it is extended when the last day is new and rebuilt when an earlier one
/// changes what the fold sees. So equal counts give equal bits, whatever the order in which they came.
/// </summary>
internal sealed class DaySeries(DecayRates rates, bool indicator, int[] days, int[] counts)
{
    private int[] _days = days;
    private int[] _counts = counts;

    // Sums as at the midnight that ends the last day, and as at the one that ends the day before it in the list.
    private double[] _through = [];
    private double[] _before = [];

    // The last fold for a past moment, through a position: questions about the past come week after week, and go on from there.
    private double[]? _past;
    private int _pastThrough;

    // Made at the first reading: most series of a long history are never read between two changes.
    private bool _stale = true;

    public int Length { get; private set; } = days.Length;

    // Grows with every change.
    public long Revision { get; private set; }

    public DaySeries Copy() => new(rates, indicator, _days[..Length], _counts[..Length]);

    // Stands for all that a fold over the days before a given one sees. Equal days give equal numbers; that other days do is as likely as to guess 64 bits.
    public ulong DigestBefore(int day)
    {
        ulong digest = 0;
        for (int i = 0; i < Length && _days[i] < day; i++) digest = Digests.Join(digest, ((ulong)(uint)_days[i] << 32) | (indicator ? 1 : (uint)_counts[i]));
        return digest;
    }

    public int CountOn(int day)
    {
        int at = Array.BinarySearch(_days, 0, Length, day);
        return at < 0 ? 0 : _counts[at];
    }

    // Last day of the series up to a day; null when there is none.
    public int? LastUpTo(int day)
    {
        int index = IndexUpTo(day);
        return index < 0 ? null : _days[index];
    }

    // First day of the series; null when it has none.
    public int? First => Length == 0 ? null : _days[0];

    // Whether the series has a day from one (included) to another (excluded). near: a position to look from, not far from those days.
    public bool AnyWithin(int from, int before, int near)
    {
        while (near < Length && _days[near] < before) near++;
        while (near > 0 && _days[near - 1] >= before) near--;
        return near > 0 && _days[near - 1] >= from;
    }

    // Goes on with the fold over the days before a given one, from where it stood; returns where it stands then.
    public int Advance(int next, double[] through, int before)
    {
        for (; next < Length && _days[next] < before; next++) Step(through, next);
        return next;
    }

    // Adds to each sum what such a fold holds on the morning of a day.
    public void AddFold(int next, double[] through, int morning, Span<double> sums)
    {
        if (next > 0) Decayed(through, morning - 1 - _days[next - 1], 0, sums);
    }

    public void Add(int day, int delta)
    {
        if (delta == 0) return;
        Revision++;
        if (Length == 0 || day > _days[Length - 1])
        {
            Insert(Length, day, delta);
            if (!_stale) Extend();
            return;
        }

        int at = day == _days[Length - 1] ? Length - 1 : Array.BinarySearch(_days, 0, Length, day);
        if (at < 0)
        {
            Insert(~at, day, delta);
            Forget(~at);
            _stale = true;
            return;
        }

        _counts[at] += delta;
        if (_counts[at] == 0) Delete(at);
        else if (indicator) return;
        Forget(at);
        _stale = true;
    }

    // Adds to each sum what this series holds at a moment; later days do not count.
    public void AddTo(Moment now, Span<double> sums)
    {
        int last = IndexUpTo(now.Day);
        if (last < 0) return;
        if (last < Length - 1)
        {
            Add(now, last, Fold(last - 1), sums);
            return;
        }

        if (_stale) Rebuild();
        if (_days[last] < now.Day) Decayed(_through, now.AgeOf(_days[last]), 0, sums);
        else Add(now, last, _before, sums);
    }

    private void Add(Moment now, int last, double[] before, Span<double> sums)
    {
        if (_days[last] < now.Day)
        {
            double[] through = [.. before];
            Step(through, last);
            Decayed(through, now.AgeOf(_days[last]), 0, sums);
        }
        else
        {
            Decayed(before, last == 0 ? 0 : now.AgeOf(_days[last - 1]), Weight(last), sums);
        }
    }

    private void Decayed(double[] from, double age, double today, Span<double> sums)
    {
        for (int i = 0; i < rates.Count; i++) sums[i] += (from[i] * rates.Over(i, age)) + today;
    }

    // Not to be changed by the caller.
    private double[] Fold(int upTo)
    {
        if (_past is null || _pastThrough > upTo) (_past, _pastThrough) = (new double[rates.Count], -1);
        while (_pastThrough < upTo) Step(_past, ++_pastThrough);
        return _past;
    }

    private void Forget(int from)
    {
        if (_pastThrough >= from) _past = null;
    }

    // At once as fast as code becomes that has run for a while: the first list after a start folds millions of days.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(double[] sums, int k)
    {
        double gap = k == 0 ? 0 : _days[k] - _days[k - 1];
        double weight = Weight(k);
        for (int i = 0; i < rates.Count; i++) sums[i] = (sums[i] * rates.Over(i, gap)) + weight;
    }

    private double Weight(int k) => indicator ? 1 : _counts[k];

    private void Rebuild()
    {
        _before = [.. Fold(Length - 2)];
        _through = [.. _before];
        Step(_through, Length - 1);
        _stale = false;
    }

    private void Extend()
    {
        (_before, _through) = (_through, _before);
        _before.CopyTo(_through, 0);
        Step(_through, Length - 1);
    }

    private int IndexUpTo(int day)
    {
        if (Length == 0 || day >= _days[Length - 1]) return Length - 1;
        int at = Array.BinarySearch(_days, 0, Length, day);
        return at < 0 ? ~at - 1 : at;
    }

    private void Insert(int at, int day, int count)
    {
        if (Length == _days.Length)
        {
            int size = Math.Max(4, Length * 2);
            Array.Resize(ref _days, size);
            Array.Resize(ref _counts, size);
        }

        if (at < Length)
        {
            Array.Copy(_days, at, _days, at + 1, Length - at);
            Array.Copy(_counts, at, _counts, at + 1, Length - at);
        }

        _days[at] = day;
        _counts[at] = count;
        Length++;
    }

    private void Delete(int at)
    {
        Length--;
        Array.Copy(_days, at + 1, _days, at, Length - at);
        Array.Copy(_counts, at + 1, _counts, at, Length - at);
    }
}
