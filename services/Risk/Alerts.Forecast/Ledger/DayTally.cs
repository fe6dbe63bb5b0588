using System.Numerics;
using System.Runtime.CompilerServices;

namespace Alerts.Forecast.Ledger;

// Counts days in whatever order they come, and gives them in rising order without sorting: a history has many events and few days. Used again and again; not thread safe.
internal sealed class DayTally
{
    private const int DaysPerWord = 64;

    // Room is made for a whole number of words and at least this many days at once.
    private const int LeastDays = 4_096;

    private int[] _counts = [];
    private ulong[] _words = [];

    // Of the first count; a multiple of the days of a word.
    private int _from;
    private int _days;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int day)
    {
        int at = day - _from;
        if ((uint)at >= (uint)_counts.Length)
        {
            MakeRoom(day);
            at = day - _from;
        }

        if (_counts[at]++ != 0) return;
        _days++;
        _words[at / DaysPerWord] |= 1UL << (at % DaysPerWord);
    }

    // The days that have a count, rising, with it; null when there are none. Afterwards there are none.
    public (int[] Days, int[] Counts)? Take()
    {
        if (_days == 0) return null;
        var days = new int[_days];
        var counts = new int[_days];
        int next = 0;
        for (int word = 0; word < _words.Length; word++)
        {
            for (ulong left = _words[word]; left != 0; left &= left - 1)
            {
                int at = (word * DaysPerWord) + BitOperations.TrailingZeroCount(left);
                (days[next], counts[next++]) = (_from + at, _counts[at]);
                _counts[at] = 0;
            }

            _words[word] = 0;
        }

        _days = 0;
        return (days, counts);
    }

    private void MakeRoom(int day)
    {
        bool isFirst = _counts.Length == 0;
        int from = isFirst ? day : Math.Min(_from, day);
        int to = isFirst ? day + 1 : Math.Max(_from + _counts.Length, day + 1);
        from = from / DaysPerWord * DaysPerWord;
        int length = Math.Max(to - from, LeastDays);
        length = (length + DaysPerWord - 1) / DaysPerWord * DaysPerWord;
        var counts = new int[length];
        var words = new ulong[length / DaysPerWord];
        if (!isFirst)
        {
            _counts.CopyTo(counts, _from - from);
            _words.CopyTo(words, (_from - from) / DaysPerWord);
        }

        (_counts, _words, _from) = (counts, words, from);
    }
}
