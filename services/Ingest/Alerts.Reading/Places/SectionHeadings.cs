using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Places;

/// <summary>
/// Headings that say where or when all that stands under them happened: "Gao region", "Lakes | Rumbek | Thursday 14 May". A headline that says more ("Hospital in Bamako overwhelmed") is none:
/// what stands under it goes on with what the text tells.
/// </summary>
internal sealed class SectionHeadings(Analysis analysis, IReadOnlyList<PlaceMention> places, CountryTally countries)
{
    private readonly Dictionary<int, bool> _known = [];
    private readonly Lazy<HashSet<int>> _placed = new(() => [.. places.SelectMany(p => Enumerable.Range(p.First, p.End - p.First))]);

    /// <summary>The heading that a sentence stands under, as the number of its sentence; -1 for none.</summary>
    public int Over(Sentence sentence)
    {
        if (sentence.Heading < 0) return -1;
        if (!_known.TryGetValue(sentence.Heading, out bool known)) _known[sentence.Heading] = known = IsOne(analysis.Sentences[sentence.Heading]);
        return known ? sentence.Heading : -1;
    }

    /// <summary>The closest place that the heading over a sentence names; null when it names none.</summary>
    public PlaceMention? PlaceOver(Sentence sentence)
    {
        if (Over(sentence) < 0) return null;
        Sentence heading = analysis.Sentences[sentence.Heading];
        return places.Where(p => p.First >= heading.First && p.First < heading.End && !p.IsWay).MinBy(p => (p.Precision, -p.First));
    }

    private bool IsOne(Sentence heading)
    {
        if (HeadingLines.IsBarred(analysis.Document.TextOf(heading.First, heading.End))) return true;
        for (int word = heading.First; word < heading.End; word++)
        {
            bool says = char.IsAsciiDigit(analysis.Words[word].Text[0]) || countries.IsCountry(word) || analysis.Is(word, WordClass.Function | WordClass.AdminAfter | WordClass.PlaceNoun)
                || analysis.GrammarAt(word, heading.End).Entry is not null || _placed.Value.Contains(word);
            if (!says) return false;
        }

        return true;
    }
}
