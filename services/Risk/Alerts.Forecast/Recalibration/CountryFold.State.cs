namespace Alerts.Forecast.Recalibration;

// What a fold knows as bytes, so that a restart need not fold all of the past again.
internal sealed partial class CountryFold
{
    // States to return to that go with it: the last two, and the last that stays while the fold goes on.
    private const int SavedStates = 3;

    public int Steps => _steps;

    // Null while nothing is folded.
    public byte[]? Save(ReadOnlySpan<byte> identity)
    {
        if (_firstWeek is not { } first || _steps == 0) return null;
        var kept = _kept.TakeLast(SavedStates).ToList();
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(identity);
        to.Write(first);
        to.Write(_steps);
        to.Write(DigestBefore(Weeks.Monday(first + _steps - 1)));
        to.Write(kept.Count);
        foreach ((int steps, _, _) in kept) to.Write(steps);
        _days30.Write(to, [.. kept.Select(state => state.Days30)]);
        _days7.Write(to, [.. kept.Select(state => state.Days7)]);
        return bytes.ToArray();
    }

    // Puts back into a fresh fold what was saved, if it was folded by the same arithmetic over the same past; else leaves it as it is. Answers whether it did.
    public bool Restore(byte[] state, ReadOnlySpan<byte> identity)
    {
        using var bytes = new MemoryStream(state);
        using var from = new BinaryReader(bytes);
        try
        {
            if (!from.ReadBytes(identity.Length).AsSpan().SequenceEqual(identity) || _firstWeek != from.ReadInt32()) return false;
            int steps = from.ReadInt32();
            if (from.ReadUInt64() != DigestBefore(Weeks.Monday(_firstWeek!.Value + steps - 1))) return false;
            int[] at = new int[from.ReadInt32()];
            for (int i = 0; i < at.Length; i++) at[i] = from.ReadInt32();
            (HorizonFold days30, HorizonFold days7) = Fresh();
            (HorizonFilter, CityRecords)[] kept30 = days30.Read(from, at.Length);
            (HorizonFilter, CityRecords)[] kept7 = days7.Read(from, at.Length);
            (_days30, _days7, _steps) = (days30, days7, steps);
            _kept.AddRange(at.Select((step, i) => (step, kept30[i], kept7[i])));
            return true;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }

    // Of everything that the fold over the days before a given one reads.
    private ulong DigestBefore(int day)
    {
        ulong digest = 0;
        for (int city = 0; city < _sizes.Length; city++)
        {
            digest = Ledger.Digests.Join(digest, _sizes[city]);
            foreach (Ledger.DaySeries? ring in _series[city]) digest = Ledger.Digests.Join(digest, ring?.DigestBefore(day) ?? 0);
        }

        return digest;
    }
}
