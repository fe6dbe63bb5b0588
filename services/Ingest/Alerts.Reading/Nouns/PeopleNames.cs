using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Places;

namespace Alerts.Reading.Nouns;

/// <summary>The names of people that a text tells with their first names: of "Luis Carlos Galan", "galan". Thread safe once made.</summary>
internal sealed class PeopleNames
{
    // A name of a person has no more words than this.
    private const int MostWords = 5;

    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);

    public PeopleNames(Analysis analysis, Lexicon lexicon, CountryTally countries)
    {
        Given = lexicon.GivenNames;
        Document document = analysis.Document;
        for (int word = 0; word < analysis.Words.Count; word++)
        {
            // "San Juan Nepomuceno" is a town.
            if (!Given.Contains(analysis.Words[word].Text) || (word > 0 && document.GapAfter(word - 1) is " " && !IsOutside(word - 1))) continue;
            int end = Math.Min(analysis.Words.Count, word + MostWords);
            for (int next = word + 1; next < end && document.JoinsNext(next - 1) && document.IsCapitalised(next) && !IsOther(next); next++) _surnames.Add(analysis.Words[next].Text);
        }

        bool IsOther(int word) => lexicon.StopNames.Contains(analysis.Words[word].Text) || analysis.Is(word, WordClass.Function) || countries.IsCountry(word);

        // No part of a name that goes on: a small word, a title, another first name.
        bool IsOutside(int word) => IsOther(word) || !document.IsCapitalised(word) || analysis.Over(word) is not null || Given.Contains(analysis.Words[word].Text);
    }

    /// <summary>First names, as the lexicon has them.</summary>
    public IReadOnlySet<string> Given { get; }

    /// <summary>Whether the text names somebody so.</summary>
    public bool IsSurname(string word) => _surnames.Contains(word);
}
