namespace Alerts.Tests.Unit.Ingest.Corroboration;

// Precision and recall of pairs of reports that are in one group.
internal sealed class PairScore
{
    private int _right, _wrong, _missed;

    public double Precision => _right + _wrong == 0 ? 1 : (double)_right / (_right + _wrong);

    public double Recall => _right + _missed == 0 ? 1 : (double)_right / (_right + _missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public void Add(IReadOnlyList<IReadOnlyList<string>> gold, IReadOnlyList<IReadOnlyList<string>> found, IReadOnlyList<(string Report, IReadOnlyList<string> With)> notCounted)
    {
        HashSet<(string, string)> wanted = Pairs(gold);
        HashSet<(string, string)> given = Pairs(found);
        given.ExceptWith(notCounted.SelectMany(n => n.With.Select(w => Pair(n.Report, w))).Where(p => !wanted.Contains(p)));
        _right += wanted.Intersect(given).Count();
        _wrong += given.Except(wanted).Count();
        _missed += wanted.Except(given).Count();
    }

    public override string ToString() => $"P={Precision:0.000} R={Recall:0.000} F1={F1:0.000}";

    private static HashSet<(string, string)> Pairs(IReadOnlyList<IReadOnlyList<string>> groups) =>
        [.. groups.SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => Pair(a, b))))];

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
