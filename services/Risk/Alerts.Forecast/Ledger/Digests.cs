namespace Alerts.Forecast.Ledger;

// Numbers that stand for sequences of numbers.
internal static class Digests
{
    // One more number behind a sequence: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), in which every bit moves half of the others.
    public static ulong Join(ulong digest, ulong next)
    {
        ulong z = digest + next + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public static ulong Join(ulong digest, double next) => Join(digest, BitConverter.DoubleToUInt64Bits(next));
}
