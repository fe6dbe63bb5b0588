using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Examples;

/// <summary>Learns an <see cref="ExampleScale"/> from examples: a multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011). The same examples give the same scale.</summary>
internal sealed class ExampleLearner
{
    // Signs of fewer examples than this tell nothing.
    private const int FewestExamples = 3;
    private const int Runs = 160;

    // Runs are shared out among so many sums, whatever the machine, so that their mean is the same everywhere.
    private const int Shares = 4;
    private const int Rounds = 8;
    private const float Rate = 0.25f;

    // Pulls the weight of a sign towards nothing each time that it is seen.
    private const double Decay = 0.001;
    private const float Smallest = 1e-6f;
    private const double Negligible = 1e-3;

    private readonly string[] _kinds;
    private readonly Dictionary<string, int> _signs = new(StringComparer.Ordinal);

    // By sign, what it says for each kind; last, what speaks for them in any words.
    private readonly float[][] _weights;

    private ExampleLearner(string[] kinds, string[][] signs)
    {
        _kinds = kinds;
        foreach (IGrouping<string, string> sign in signs.SelectMany(s => s).GroupBy(s => s).Where(g => g.Skip(FewestExamples - 1).Any()).OrderBy(g => g.Key, StringComparer.Ordinal)) _signs.Add(sign.Key, _signs.Count);
        _weights = Blank();
    }

    /// <summary>The lines of example-scale.txt that examples give.</summary>
    /// <param name="language">Whose lexicons give the words their meanings.</param>
    /// <param name="examples">Lines of examples.txt, without comments: "Attack event: They shot our neighbour", "None: Convoy left at six".</param>
    public static IEnumerable<string> Learn(Language language, IReadOnlyList<string> examples)
    {
        (string Kind, string Text)[] told = [.. examples.Select(Parts)];
        string[] kinds = [.. told.Select(e => e.Kind).Distinct().OrderByDescending(k => ExampleScale.KindOf(k) is null).ThenBy(k => k, StringComparer.Ordinal)];
        string[][] signs = [.. told.AsParallel().AsOrdered().Select(e => SignsOf(e.Text, language))];
        var learner = new ExampleLearner(kinds, signs);
        learner.Learn([.. signs.Select(learner.Known)], [.. told.Select(e => Array.IndexOf(kinds, e.Kind))]);
        return learner.Lines();
    }

    private static (string Kind, string Text) Parts(string line) => line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? (line[..colon], line[(colon + 2)..]) : throw new InvalidDataException($"\"{line}\" has no kind.");

    private static string[] SignsOf(string text, Language language)
    {
        var analysis = new Analysis(new Document(text), language);
        return [.. ExampleSigns.Of(analysis, 0, analysis.Words.Count).Keys];
    }

    private int[] Known(string[] signs) => [.. signs.Select(s => _signs.GetValueOrDefault(s, -1)).Where(s => s >= 0)];

    // The mean of runs that meet the examples in different orders says more than any one of them: one example more moves it a little, not at random.
    private void Learn(int[][] examples, int[] truth)
    {
        float[][][] sums = new float[Shares][][];
        Parallel.For(0, Shares, share =>
        {
            sums[share] = Blank();
            for (int run = share; run < Runs; run += Shares)
            {
                float[][] weights = Run(examples, truth, new Random(run + 1));
                for (int sign = 0; sign < weights.Length; sign++)
                {
                    for (int kind = 0; kind < _kinds.Length; kind++) sums[share][sign][kind] += weights[sign][kind] / Runs;
                }
            }
        });
        foreach (float[][] sum in sums)
        {
            for (int sign = 0; sign < sum.Length; sign++)
            {
                for (int kind = 0; kind < _kinds.Length; kind++) _weights[sign][kind] += sum[sign][kind];
            }
        }
    }

    private float[][] Blank() => [.. Enumerable.Range(0, _signs.Count + 1).Select(_ => new float[_kinds.Length])];

    private float[][] Run(int[][] examples, int[] truth, Random random)
    {
        float[][] weights = Blank();
        float[][] squares = Blank();
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (int example in order)
            {
                double[] errors = Likelihoods(weights, examples[example]);
                errors[truth[example]]--;
                foreach (int sign in examples[example]) Step(weights[sign], squares[sign], errors, Decay);
                Step(weights[^1], squares[^1], errors, 0);
            }
        }

        return weights;
    }

    private static void Step(float[] weights, float[] squares, double[] errors, double decay)
    {
        for (int kind = 0; kind < errors.Length; kind++)
        {
            if (Math.Abs(errors[kind]) < Negligible) continue;
            float slope = (float)(errors[kind] + (decay * weights[kind]));
            squares[kind] += slope * slope;
            weights[kind] -= Rate * slope / MathF.Sqrt(squares[kind] + Smallest);
        }
    }

    private static double[] Likelihoods(float[][] weights, int[] signs)
    {
        float[] sums = [.. weights[^1]];
        foreach (int sign in signs)
        {
            float[] own = weights[sign];
            for (int kind = 0; kind < sums.Length; kind++) sums[kind] += own[kind];
        }

        float most = sums.Max();
        double[] likely = [.. sums.Select(s => Math.Exp(s - most))];
        double whole = likely.Sum();
        for (int kind = 0; kind < likely.Length; kind++) likely[kind] /= whole;
        return likely;
    }

    // Signs that say less than a unit for any kind are left out.
    private IEnumerable<string> Lines() => _signs.Append(new(ExampleScale.Any, _signs.Count)).Select(s => (s.Key, Weights: _weights[s.Value].Select(Rounded).ToArray()))
        .Where(s => Array.Exists(s.Weights, w => w != 0)).Select(s => $"{s.Key}: {string.Join(' ', s.Weights)}").Prepend(string.Join(" | ", _kinds));

    private static sbyte Rounded(float weight) => (sbyte)Math.Clamp(MathF.Round(weight / ExampleScale.Unit), sbyte.MinValue, sbyte.MaxValue);
}
