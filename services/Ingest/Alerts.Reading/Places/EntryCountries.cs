using Alerts.Reading.Frame;

namespace Alerts.Reading.Places;

/// <summary>The countries that the entries of a text begin with ("CHAD. Fri 30: six fishermen …"), or that their headings name ("4. Bar, Montenegro. A bomb …").</summary>
internal sealed class EntryCountries(Analysis analysis, CountryTally countries)
{
    private const int LongestMark = 2;
    private const int LongestHeading = 6;

    private readonly Lazy<Dictionary<int, string>> _byEntry = new(() => Find(analysis, countries));

    /// <summary>The country of the entry that a sentence is of; null when it is of none, or that names none at its beginning.</summary>
    public string? Over(Sentence sentence) => sentence.Item == 0 ? null : _byEntry.Value.GetValueOrDefault(sentence.Item);

    private static Dictionary<int, string> Find(Analysis analysis, CountryTally countries)
    {
        Dictionary<int, string> found = [];
        foreach (Sentence head in analysis.Sentences.Where(s => s.Item > 0 && !IsMark(analysis, s)).DistinctBy(s => s.Item))
        {
            int end = head.End - head.First <= LongestHeading ? head.End : head.First + 1;
            if (Enumerable.Range(head.First, end - head.First).Select(countries.At).FirstOrDefault(c => c is not null) is { } country) found[head.Item] = country;
        }

        return found;
    }

    // "4.".
    private static bool IsMark(Analysis analysis, Sentence sentence) => sentence.End == sentence.First + 1 && analysis.Words[sentence.First].Text.Length <= LongestMark;
}
