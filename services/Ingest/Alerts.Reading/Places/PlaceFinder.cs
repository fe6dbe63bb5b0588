using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Finds the places that a text names: the longest folded name, told by its capital letter where capitals tell.</summary>
internal sealed class PlaceFinder(PlaceIndex places, Lexicon lexicon)
{
    private const int ShortestName = 3;
    private const int ShortestWithoutCapitals = 4;

    private static readonly HashSet<string> Prepositions =
        ["in", "at", "near", "outside", "around", "of", "to", "towards", "from", "between", "a", "au", "aux", "dans", "pres", "vers", "de", "du", "d", "sur", "entre", "on", "into", "on"];

    private readonly AdminAreas _areas = new(places);

    /// <summary>The place of a dateline; null when it names none. It is only looked for among the dateline's own words.</summary>
    public PlaceMention? FindFiled(Document document, Dateline dateline, Context context)
    {
        var words = new Sentence(dateline.PlaceFirst, dateline.PlaceFirst + dateline.PlaceCount);
        return words.First == words.End ? null : At(document, words.First, words, context, []);
    }

    public IReadOnlyList<PlaceMention> Find(Document document, Context context)
    {
        var chosen = new Dictionary<string, Place?>(StringComparer.Ordinal);
        var mentions = new List<PlaceMention>();
        foreach (Sentence sentence in document.Sentences)
        {
            for (int at = sentence.First; at < sentence.End;)
            {
                PlaceMention? mention = Coordinates.At(document, at, sentence.End, places) ?? At(document, at, sentence, context, chosen);
                if (mention is not null) mentions.Add(mention);
                at += mention?.WordCount ?? 1;
            }
        }

        return mentions;
    }

    private PlaceMention? At(Document document, int at, Sentence sentence, Context context, Dictionary<string, Place?> chosen)
    {
        if (document.CapitalsTell && !document.IsCapitalised(at)) return null;
        for (int count = Longest(document, at, sentence.End); count > 0; count--)
        {
            if (count == 1 && !MayBeName(document, at, sentence, context)) return null;
            if (document.CapitalsTell && !document.IsCapitalised(at + count - 1)) continue;
            string folded = string.Join(' ', document.Words.Skip(at).Take(count).Select(w => w.Text));
            if (AreaAt(document, at, count, folded, context) is { } area) return area;
            if (folded.Length < ShortestName || !places.IsName(folded)) continue;
            if (!chosen.TryGetValue(folded, out Place? place)) chosen[folded] = place = HomonymChooser.Choose(places, folded, context);
            if (place is { } found)
                return new PlaceMention(at, count, found, found.Point, PlacePrecision.City, found.CountryCode, IsLocative(document, at));
        }

        return null;
    }

    // Words that only spaces, hyphens and apostrophes join can be one name.
    private static int Longest(Document document, int at, int end)
    {
        int count = 1;
        while (count < PlaceIndex.MaxNameWords && at + count < end
            && document.GapAfter(at + count - 1) is [' ' or '-' or '\'' or '’'] or ['.', ' ']) count++;
        return count;
    }

    private bool MayBeName(Document document, int at, Sentence sentence, Context context)
    {
        string word = document.Words[at].Text;
        if (lexicon.StopNames.Contains(word) || context.CountryWords.Contains(at) || char.IsDigit(word[0])) return false;
        if (!document.CapitalsTell) return word.Length >= ShortestWithoutCapitals && IsLocative(document, at);
        if (lexicon.Actors.MatchAt(document.Words, at, sentence.End) is not null) return false;

        // A lone word of a longer proper name is a person's or an organisation's, not a place's.
        bool joinedBefore = at > sentence.First + 1 && document.GapAfter(at - 1) is " " && IsUnknownName(document, at - 1, context);
        bool joinedAfter = at + 1 < sentence.End && document.GapAfter(at) is " " && IsUnknownName(document, at + 1, context);
        return !joinedBefore && !joinedAfter;
    }

    private bool IsUnknownName(Document document, int word, Context context) =>
        document.IsCapitalised(word) && !char.IsDigit(document.Words[word].Text[0])
        && !lexicon.StopNames.Contains(document.Words[word].Text) && !context.CountryWords.Contains(word);

    private PlaceMention? AreaAt(Document document, int at, int count, string folded, Context context)
    {
        int after = at + count;
        bool followed = after < document.Words.Count && document.GapAfter(after - 1) is " " && lexicon.AdminWords.Contains(document.Words[after].Text);
        int before = at - 1;
        if (before > 0 && document.Words[before].Text is "de" or "du" or "d" or "of" or "la") before--;
        if (before > 0 && document.Words[before].Text is "de") before--;
        bool led = before >= 0 && before < at - 1 && lexicon.AdminWordsBefore.Contains(document.Words[before].Text);
        if (!followed && !led) return null;
        return _areas.Find(folded, context) is { } seat
            ? new PlaceMention(at, count, seat, seat.Point, PlacePrecision.AdminArea, seat.CountryCode, true)
            : null;
    }

    private static bool IsLocative(Document document, int at) => at > 0 && Prepositions.Contains(document.Words[at - 1].Text);
}
