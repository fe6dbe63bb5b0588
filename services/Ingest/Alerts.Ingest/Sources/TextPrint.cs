using System.Runtime.InteropServices;
using Alerts.Gazetteer;

namespace Alerts.Ingest.Sources;

// The fingerprint by which copies of a text are found: MinHash over runs of three folded words (Broder 1997), and the folded text's own hash.
// Pure; the same text gives the same print for ever, since prints are stored.
internal sealed class TextPrint
{
    // 64 hashes estimate a Jaccard similarity of 0.5 with a standard error of 0.06.
    public const int Hashes = 64;

    // Bands of four: two texts of similarity 0.7 share one with probability 0.99, of 0.5 with 0.64.
    public const int Bands = 16;

    // Copies differ by a credit, a dateline, a title: most runs of three words stay.
    public const double CopySimilarity = 0.55;

    // Below this many words two people may well use the same ones ("gunfire near the airport"); then only the equal text is a copy.
    public const int ShortText = 12;

    private const int Rows = Hashes / Bands;
    private const int ShingleWords = 3;

    private readonly uint[] _minima;

    private TextPrint(ulong whole, int words, uint[] minima)
    {
        Whole = whole;
        Words = words;
        _minima = minima;
    }

    // Hash of the folded text.
    public ulong Whole { get; }

    public int Words { get; }

    // Null for a text without words.
    public static TextPrint? Of(string text)
    {
        string[] words = NameFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        ulong whole = Hash(string.Join(' ', words));
        uint[] minima = new uint[Hashes];
        Array.Fill(minima, uint.MaxValue);
        for (int i = 0; i + ShingleWords <= words.Length; i++)
            Mix(Hash(string.Join(' ', words, i, ShingleWords)), minima);
        return new TextPrint(whole, words.Length, minima);
    }

    public bool IsCopyOf(TextPrint other)
    {
        if (Whole == other.Whole)
            return true;
        if (Words < ShortText || other.Words < ShortText)
            return false;
        int equal = 0;
        for (int i = 0; i < Hashes; i++)
            equal += _minima[i] == other._minima[i] ? 1 : 0;
        double similarity = (double)equal / Hashes;

        // A part of a longer text has a low Jaccard similarity; what counts is the share of the shorter text that the longer one holds:
        // |A∩B| / min(|A|,|B|) = J (|A|+|B|) / ((1+J) min(|A|,|B|)).
        double held = similarity * (Words + other.Words) / ((1 + similarity) * Math.Min(Words, other.Words));
        return similarity >= CopySimilarity || (held >= ContainedShare && similarity >= LeastSimilarity);
    }

    // Keys under which likely copies are looked up: one for the whole text, one for each band.
    public IReadOnlyList<long> Keys()
    {
        var keys = new List<long>(Bands + 1) { (long)Whole };
        if (Words < ShortText)
            return keys;
        for (int band = 0; band < Bands; band++)
            keys.Add((long)Fnv(MemoryMarshal.AsBytes(_minima.AsSpan(band * Rows, Rows)), (ulong)band + 1));
        return keys;
    }

    // Nearly all of the shorter text is in the longer one.
    private const double ContainedShare = 0.85;

    // Below this similarity the estimate of the held share is mostly noise.
    private const double LeastSimilarity = 0.2;

    private static void Mix(ulong shingle, uint[] minima)
    {
        for (int i = 0; i < Hashes; i++)
            minima[i] = Math.Min(minima[i], (uint)(Finalise(shingle + ((ulong)(i + 1) * 0x9E3779B97F4A7C15)) >> 32));
    }

    private static ulong Hash(string text) => Finalise(Fnv(MemoryMarshal.AsBytes(text.AsSpan()), 0));

    // FNV-1a, 64 bits: offset basis and prime as published by its authors.
    private static ulong Fnv(ReadOnlySpan<byte> bytes, ulong seed)
    {
        ulong hash = 0xCBF29CE484222325 ^ seed;
        foreach (byte b in bytes)
            hash = (hash ^ b) * 0x100000001B3;
        return hash;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014), which spreads every input bit over the word.
    private static ulong Finalise(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
