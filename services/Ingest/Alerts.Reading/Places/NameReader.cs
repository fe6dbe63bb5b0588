using System.Text;
using Alerts.Gazetteer;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Places;

/// <summary>Reads the names of places, the longest that the gazetteer knows first.</summary>
internal sealed class NameReader(PlaceIndex places, Lexicon lexicon, AdminAreas areas, Analysis analysis, CountryTally countries, PeopleNames people)
{
    private const int ShortestName = 3;
    private const int LargeTown = 50_000;
    private const int RoadReach = 5;
    private const int UsualWord = 10;

    private readonly Document _document = analysis.Document;
    private readonly Dictionary<string, IReadOnlyList<Place>> _named = new(StringComparer.Ordinal);
    private readonly Surroundings _around = new(analysis);
    private readonly NameWords _words = new(analysis, lexicon, countries, people);

    /// <summary>Whether the text is a message, of which few words look like names: "minibus venan de bandiagara a sauté sur 1 mine".</summary>
    public bool IsMessage => _document.Words.Count <= NewsScale.MessageWords;

    /// <summary>The longest name that begins at a word, folded, and whether it names a unit; it ends where it begins when there is none.</summary>
    public (int End, string Folded, bool Unit) At(int at, Sentence sentence)
    {
        if (_document.CapitalsTell ? !_document.IsCapitalised(at) && !IsArticle(at) : analysis.Is(at, WordClass.Function)) return (at, "", false);

        // Where capitals tell nothing, only what stands where a place stands is looked up.
        bool placed = _document.CapitalsTell || _around.IsLocative(at, sentence) || _around.IsChainedBefore(at, sentence) || (IsMessage && at > sentence.First && analysis.Is(at - 1, WordClass.Of | WordClass.Origin));
        bool behindUnit = _around.IsBehindUnit(at, sentence);
        int longest = Longest(at, sentence.End);
        string folded = Fold(at, longest);
        int length = folded.Length;
        for (int end = longest; end > at; length -= analysis.Words[--end].Text.Length + 1)
        {
            if (end == at + 1 && !_words.MayBeName(at, sentence)) return (at, "", false);
            if (_document.CapitalsTell && ((!_document.IsCapitalised(end - 1) && !IsInWord(end - 1)) || IsCut(end, sentence))) continue;

            // Two words that mean something else are no name, but "Port-au-Prince" and "Port Said" are.
            if (end == at + 2 && _document.GapAfter(at) is not "-" && _words.IsStop(at) && _words.IsStop(end - 1) && !(_document.CapitalsTell && Bearing(folded[..length]).Any(p => p.Population >= LargeTown))) continue;
            bool unit = behindUnit || _around.IsBeforeUnit(end, sentence) || areas.IsRegion(folded[..length]);
            if (!placed && !unit && !(end < sentence.End && _document.GapAfter(end - 1) is " (")) continue;
            if (length < ShortestName || (end > at + 1 && countries.IsCountry(at) && countries.IsCountry(end - 1))) continue;
            // "Cabo Delgado": a unit's name of several words needs no word for a unit beside it.
            bool bears = places.IsName(folded.AsSpan(0, length))
                || (unit ? areas.Find(folded[..length], countries) is not null : _document.CapitalsTell && end > at + 1 && areas.CountriesOf(folded[..length]).Any())
                || (_document.CapitalsTell && areas.IsFirstOrder(folded[..length]) && (_around.IsChainedBefore(at, sentence) || _around.IsLocative(at, sentence)) && areas.Find(folded[..length], countries) is not null)
                || ((areas.IsRegion(folded[..length]) || (countries.IsEmpty && (unit || (areas.IsFirstOrder(folded[..length]) && _around.IsLocative(at, sentence))))) && areas.CountriesOf(folded[..length]).Any());
            if (bears) return (end, folded[..length], unit);

            // "Pétion-Ville" is Pétionville in the gazetteer.
            if (end == at + 2 && _document.GapAfter(at) is "-" && folded[..length].Replace(" ", "", StringComparison.Ordinal) is var joined && places.IsName(joined)) return (end, joined, unit);
        }

        return (at, "", false);
    }

    // "Nana-Bakassa", "Nord-Kivu": the first part alone is another place.
    private bool IsCut(int end, Sentence sentence) => end < sentence.End && _document.GapAfter(end - 1) is "-" && _document.IsCapitalised(end) && !countries.IsCountry(end) && !IsOfRoad(end, sentence);

    // "l'axe Batangafo-Kabo": the hyphen joins two towns.
    private bool IsOfRoad(int end, Sentence sentence)
    {
        for (int at = end - 2; at >= Math.Max(sentence.First, end - RoadReach); at--)
        {
            if (analysis.GrammarAt(at, end, "Road").Entry is not null) return places.IsName(Fold(end, end + 1));
        }

        return false;
    }

    // "Mek'ele", "Dar‘a": an apostrophe within a name.
    private bool IsInWord(int word) => _document.GapBefore(word) is "'" or "’" or "‘";

    private bool IsArticle(int at) => analysis.Words[at].Text is "al" or "el" && at + 1 < analysis.Words.Count && _document.IsCapitalised(at + 1);

    private int Longest(int at, int end)
    {
        int stop = at + 1;
        while (stop < Math.Min(end, at + PlaceIndex.MaxNameWords) && (_document.JoinsNext(stop - 1) || _document.GapAfter(stop - 1) is ". ")) stop++;
        return stop;
    }

    /// <summary>Words as the gazetteer writes them.</summary>
    public string Fold(int first, int end)
    {
        if (end == first + 1) return analysis.Words[first].Text;
        var folded = new StringBuilder(analysis.Words[first].Text, (end - first) * UsualWord);
        for (int word = first + 1; word < end; word++) folded.Append(' ').Append(analysis.Words[word].Text);
        return folded.ToString();
    }

    /// <summary>All places of a name.</summary>
    public IReadOnlyList<Place> Bearing(string folded)
    {
        if (!_named.TryGetValue(folded, out IReadOnlyList<Place>? list)) _named[folded] = list = places.Bearing(folded);
        return list;
    }
}
