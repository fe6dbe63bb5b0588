using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

/// <summary>
/// A form for incidents: sentences that begin with the label of a field ("Lieu : …", "3. Location of loss: …", "Date of incident: …"). What stands in the fields for
/// where and when is said of all that the form tells.
/// </summary>
internal sealed class IncidentForm
{
    private const string Where = "WhereLabel";
    private const string When = "WhenLabel";
    private const string Dated = "DateLabel";
    private const string Other = "FormLabel";

    // So many labelled sentences make a form, or one for the place and one for the day.
    private const int FewestLabels = 3;
    private const int LongestLabel = 7;

    // More than these are a table; the limit keeps the time linear.
    private const int MostFields = 100;
    private const int LongestListMark = 2;

    private readonly List<Field> _fields;

    private IncidentForm(List<Field> fields) => _fields = fields;

    /// <summary>The form that a text is; null when it is none.</summary>
    public static IncidentForm? Of(Analysis analysis)
    {
        List<Field> fields = [.. analysis.Sentences.Select(s => FieldAt(analysis, s)).OfType<Field>().Take(MostFields)];
        bool placed = fields.Exists(f => f.Key == Where);
        bool dated = fields.Exists(f => f.Key == When);
        if (!placed && !dated) return null;
        return (placed && dated) || fields.DistinctBy(f => f.Label).Count() >= FewestLabels ? new IncidentForm(fields) : null;
    }

    /// <summary>The words of the field for the place that a sentence belongs to; null when there is none.</summary>
    public Sentence? PlaceOf(Sentence sentence) => Nearest(Where, sentence);

    /// <summary>The words of the field for the day that a sentence belongs to; null when there is none.</summary>
    public Sentence? DayOf(Sentence sentence) => Nearest(When, sentence) ?? Nearest(Dated, sentence);

    /// <summary>Whether a sentence begins a field.</summary>
    public bool Begins(Sentence sentence) => _fields.Exists(f => f.Sentence.First == sentence.First);

    /// <summary>Whether all fields are of one form: then its lines, numbered or not, tell of one thing.</summary>
    public bool IsOnlyOne => _fields.Count(f => f.Key == Where) < 2 && _fields.Count(f => f.Key == When) < 2;

    /// <summary>The first words of the fields for places.</summary>
    public IEnumerable<int> PlaceValues => _fields.Where(f => f.Key == Where).Select(f => f.Value);

    // Several forms may follow each other: the field before, else the first one behind.
    private Sentence? Nearest(string key, Sentence sentence)
    {
        Field? field = _fields.LastOrDefault(f => f.Key == key && f.Sentence.First <= sentence.First) ?? _fields.Find(f => f.Key == key);
        return field is null ? null : field.Sentence with { First = field.Value };
    }

    // "(3)", "4.", "-" may stand before a label; nothing but brackets behind it, up to its colon or bar.
    private static Field? FieldAt(Analysis analysis, Sentence sentence)
    {
        Document document = analysis.Document;
        int first = sentence.First;
        if (document.Words[first].Text.Length <= LongestListMark && document.GapAfter(first) is ['.' or ')', ..]) first++;
        int colon = first;
        int last = Math.Min(sentence.End - 1, first + LongestLabel);
        while (colon < last && !Closes(document.GapAfter(colon))) colon++;
        if (colon >= last) return null;
        (Entry? label, int count) = analysis.GrammarAt(first, colon + 1, Where, When, Dated, Other);
        if (label is null) return null;
        bool whole = first + count == colon + 1 || document.GapAfter(first + count - 1).ContainsAny('(', '/');
        return whole ? new Field(label.Key, document.TextOf(first, first + count), sentence, colon + 1) : null;
    }

    private static bool Closes(ReadOnlySpan<char> gap) => gap.TrimStart(") \u00A0\u202F*") is [':' or '|', ..] && gap.ContainsAny(' ', '\n', '\u00A0');

    private sealed record Field(string Key, string Label, Sentence Sentence, int Value);
}
