using System.Globalization;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Examples;

/// <summary>Judges by examples whether a message or a sentence reports an event, and of which kind: people tell what happens in more words than lexicons hold.</summary>
/// <remarks>
/// A sum of signs for each kind, with the weights of example-scale.txt, which <see cref="ExampleLearner"/> learns from examples.txt. The sums are log odds between the kinds. Immutable and
/// thread safe.
/// </remarks>
internal sealed class ExampleScale
{
    /// <summary>Weights are kept in tenths.</summary>
    public const float Unit = 0.1f;

    /// <summary>Stands for what speaks for a kind in any words.</summary>
    public const string Any = "Any";

    private const string NoEvent = "None";
    private const double Smallest = 1e-6;

    private readonly EventKind?[] _kinds;

    // By sign, what it says for each kind, in units.
    private readonly Dictionary<string, sbyte[]> _weights;

    /// <param name="kinds">The kinds, null for no event first.</param>
    /// <param name="weights">By sign, what it says for each of them; <see cref="Any"/> for what speaks for them in any words.</param>
    private ExampleScale(EventKind?[] kinds, Dictionary<string, sbyte[]> weights)
    {
        _kinds = kinds;
        _weights = weights;
    }

    /// <summary>The scale of a language.</summary>
    public static ExampleScale Of(Language language) => Read(LexiconFile.Lines($"{language.Code}/example-scale.txt"));

    /// <summary>Reads a scale from its lines: the kinds, then a sign and its weights each.</summary>
    public static ExampleScale Read(IEnumerable<string> lines)
    {
        using IEnumerator<string> line = lines.GetEnumerator();
        line.MoveNext();
        EventKind?[] kinds = [.. LexiconFile.Phrases(line.Current).Select(KindOf)];
        var weights = new Dictionary<string, sbyte[]>(StringComparer.Ordinal);
        while (line.MoveNext())
        {
            int at = line.Current.IndexOf(": ", StringComparison.Ordinal);
            weights.Add(line.Current[..at], Weights(line.Current.AsSpan(at + 2), kinds.Length));
        }

        return new ExampleScale(kinds, weights);
    }

    /// <summary>The kind that an example is of, as its line says: "None", or the type and form of a trigger.</summary>
    public static EventKind? KindOf(string key) => key == NoEvent ? null : EventKind.Parse(key, int.MaxValue);

    /// <summary>What the words from one to another report.</summary>
    public ExampleVerdict Weigh(Analysis analysis, int first, int end)
    {
        Dictionary<string, int> signs = ExampleSigns.Of(analysis, first, end);
        double[] likely = Likelihoods(signs.Keys);
        double told = 1 - likely[0] + Smallest;
        int best = 1;
        for (int kind = 2; kind < likely.Length; kind++)
        {
            if (likely[kind] > likely[best]) best = kind;
        }

        return new ExampleVerdict([.. likely.Skip(1).Select((p, i) => (_kinds[i + 1]!, p / told))], Math.Log(told / (likely[0] + Smallest)), WordFor(best, signs, analysis, first));
    }

    private int WordFor(int kind, Dictionary<string, int> signs, Analysis analysis, int first)
    {
        (int Word, int Weight) most = (first, int.MinValue);
        foreach ((string sign, int word) in signs)
        {
            if (!sign.StartsWith(ExampleSigns.Word, StringComparison.Ordinal) || !_weights.TryGetValue(sign, out sbyte[]? weights) || !Tells(analysis, word)) continue;
            if (weights[kind] - weights[0] > most.Weight) most = (word, weights[kind] - weights[0]);
        }

        return most.Word;
    }

    private static bool Tells(Analysis analysis, int word) =>
        analysis.GrammarAt(word, word + 1).Entry is null && !analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Det | WordClass.Clause | WordClass.Be | WordClass.Aux | WordClass.And);

    private double[] Likelihoods(IEnumerable<string> signs)
    {
        var sums = new int[_kinds.Length];
        foreach (string sign in signs.Prepend(Any))
        {
            if (!_weights.TryGetValue(sign, out sbyte[]? weights)) continue;
            for (int kind = 0; kind < sums.Length; kind++) sums[kind] += weights[kind];
        }

        int most = sums.Max();
        double[] likely = [.. sums.Select(s => Math.Exp(Unit * (s - most)))];
        double whole = likely.Sum();
        for (int kind = 0; kind < likely.Length; kind++) likely[kind] /= whole;
        return likely;
    }

    private static sbyte[] Weights(ReadOnlySpan<char> line, int kinds)
    {
        var weights = new sbyte[kinds];
        int kind = 0;
        foreach (Range part in line.Split(' ')) weights[kind++] = sbyte.Parse(line[part], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return weights;
    }
}
