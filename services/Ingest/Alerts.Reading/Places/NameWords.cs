using System.Buffers;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Which words may be names of places: not those of people, of forces, or that mean something else.</summary>
internal sealed class NameWords(Analysis analysis, Lexicon lexicon, CountryTally countries, PeopleNames people)
{
    private const int ShortestWithoutCapitals = 4;
    private const int LongestAcronym = 4;
    private const int MostGivenNames = 2;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly Document _document = analysis.Document;
    private readonly Surroundings _around = new(analysis);

    /// <summary>Whether a word is no place by itself, although a place bears the name.</summary>
    public bool IsStop(int word) => lexicon.StopNames.Contains(analysis.Words[word].Text) || analysis.Is(word, WordClass.Function);

    /// <summary>Whether a word alone may be the name of a place, by what it means and by what stands beside it.</summary>
    public bool MayBeName(int at, Sentence sentence)
    {
        string word = analysis.Words[at].Text;
        if (IsStop(at) || countries.IsCountry(at) || char.IsDigit(word[0])) return false;
        if (analysis.Over(at) is { } mark && (mark.Of(Sort.Actor) is not null || (mark.Of(Sort.Person) ?? mark.Of(Sort.Role) ?? mark.Of(Sort.Trigger) ?? mark.Of(Sort.Thing)) is not null)) return false;
        // "Luis Carlos Galan", and later "Galan": whoever was named is meant, unless "in" or "the town of" stands before it.
        if (people.IsSurname(word) && !(_around.IsLocative(at, sentence) && !analysis.Is(at - 1, WordClass.Of)) && !_around.IsBehindUnit(at, sentence) && !_around.IsBeforeUnit(at + 1, sentence)) return false;
        if (!_document.CapitalsTell) return word.Length >= ShortestWithoutCapitals || (word.Length == ShortestWithoutCapitals - 1 && analysis.Is(at - 1, WordClass.Locative) && !analysis.Is(at - 1, WordClass.Of));

        // "They took Musa": a first name that no word makes a place is somebody's, though a village bears it, too.
        if (people.Given.Contains(word) && !_around.IsLocative(at, sentence) && !_around.IsBehindUnit(at, sentence) && !_around.IsBeforeUnit(at + 1, sentence)) return false;

        // "President Marcos", "Minister Ricardo Ospina": a title before it makes it a person.
        int name = at;
        while (name > sentence.First && at - name < MostGivenNames && _document.GapAfter(name - 1) is " " && _document.IsCapitalised(name - 1) && analysis.Over(name - 1) is null) name--;
        if (name > sentence.First && IsTitle(name - 1) && _document.JoinsNext(name - 1)) return false;

        // "The District Reserve Guard": a word between others of one name.
        if (IsWithin(at, sentence)) return false;

        // A lone word of a longer proper name is a person's or an organisation's, not a place's.
        bool joinedBefore = at > sentence.First + 1 && _document.GapAfter(at - 1) is " " && IsUnknownName(at - 1);
        bool joinedAfter = at + 1 < sentence.End && _document.GapAfter(at) is " " && IsUnknownName(at + 1);
        return !joinedBefore && !joinedAfter;
    }

    /// <summary>"Mario Accurso of Rome": whether somebody named comes from what a word names.</summary>
    public bool IsHome(int first) => first > 2 && analysis.Is(first - 1, WordClass.Of) && _document.JoinsNext(first - 2) && people.IsSurname(analysis.Words[first - 2].Text);

    /// <summary>"In two Sienna buses": whether a name says what make a vehicle is of; but "at Kagara station".</summary>
    public bool IsOfVehicle(int end, Sentence sentence) => end < sentence.End && _document.GapAfter(end - 1) is " " && !_document.IsCapitalised(end) && !analysis.Is(end, WordClass.PlaceNoun)
        && analysis.At(end)?.Of(Sort.Thing)?.Target == TargetKind.Transport && analysis.GrammarAt(end, sentence.End, "Way").Entry is null;

    /// <summary>Whether a word may be of the name of a village that the gazetteer lacks.</summary>
    public bool IsUnknown(int word) => _document.IsCapitalised(word) && !IsStop(word) && !countries.IsCountry(word) && analysis.Over(word) is null
        && analysis.GrammarAt(word, word + 1).Entry is null && analysis.Words[word].Text.Length > 2 && !char.IsDigit(analysis.Words[word].Text[0]) && !IsAcronym(word);

    private bool IsWithin(int at, Sentence sentence) => at > sentence.First && at + 1 < sentence.End && _document.GapAfter(at - 1) is " " && _document.GapAfter(at) is " "
        && _document.IsCapitalised(at - 1) && _document.IsCapitalised(at + 1) && IsStop(at - 1) && analysis.Is(at - 1, WordClass.AdminAfter | WordClass.PlaceNoun)
        && IsStop(at + 1) && !analysis.Is(at + 1, WordClass.AdminAfter | WordClass.PlaceNoun | WordClass.Function);

    // The word alone, whatever longer phrase it is part of: "the defence minister".
    private bool IsTitle(int word) => analysis.Language.Phrases.MatchAt(analysis.Words, word, word + 1).Values?.Exists(v => v is { Sort: Sort.Person, IsTitle: true }) == true;

    private bool IsUnknownName(int word) => _document.IsCapitalised(word) && !char.IsDigit(analysis.Words[word].Text[0]) && !IsStop(word) && !countries.IsCountry(word)
        && analysis.GrammarAt(word, word + 1).Entry is null && !analysis.Is(word, WordClass.AdminAfter | WordClass.PlaceNoun);

    // "SSPDF", "IDF": whoever it is, no village.
    private bool IsAcronym(int word)
    {
        FoldedWord it = analysis.Words[word];
        return (it.Text.Length <= LongestAcronym || !it.Text.AsSpan().ContainsAny(Vowels)) && !_document.Text.AsSpan(it.Start, it.End - it.Start).ContainsAnyInRange('a', 'z');
    }
}
