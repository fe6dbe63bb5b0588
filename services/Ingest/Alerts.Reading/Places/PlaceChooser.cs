using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Settles where an event happened: its own place, else one of its paragraph, else the only one of the text, else where it was filed, else its country. None of these lies in another country than the one the text puts it in.</summary>
internal sealed class PlaceChooser(Analysis analysis, AdminAreas areas, CountryTally countries, IReadOnlyList<PlaceMention> mentions, SectionHeadings sections, PlaceMention? filed, string? hint)
{
    // A place within so many words of the beginning of a list entry, or alone in a short sentence, heads what follows.
    private const int HeadingReach = 4;
    private const string FromHeading = "taken from the heading above";

    /// <summary>The place, and what was assumed about it; no place when the text names no country either.</summary>
    public (ReadPlace? Place, string? Assumption) Choose(EventDraft draft)
    {
        if (draft.Place is { } own)
        {
            if ((own.IsWay || !own.IsLocative) && HeadOf(draft) is { } head && MayBeIn(head, own.CountryCode)) return (Read(head), "taken from the head of the entry");
            if (own.IsUnknown && IsSpot(own) && TownOf(own, draft) is { } town) return (Read(town), "the town of a place that the gazetteer does not know");
            if (own is { IsUnknown: true, Precision: PlacePrecision.Country } && sections.PlaceOver(draft.First.Sentence) is { } headed && MayBeIn(headed, own.CountryCode)) return (Read(headed), FromHeading);
            bool aside = own is { IsUnknown: true, Precision: PlacePrecision.Country } && own.First >= draft.First.Sentence.End;
            return aside && filed is { Place.IsCapital: false } && MayBeIn(filed, own.CountryCode) ? (Read(filed), "taken from where the text was filed") : (Read(own), own.Assumption);
        }

        string? said = SaidOf(draft);
        if (InParagraph(draft) is { } near && MayBeIn(near, said)) return (Read(near), "taken from the paragraph");
        if (sections.PlaceOver(draft.First.Sentence) is { } heading && MayBeIn(heading, said)) return (Read(heading), FromHeading);
        string? country = said ?? countries.Main;
        if (filed?.Place is not null && MayBeIn(filed, country) && Speaks(draft, "Quarter")) return (Read(filed), "a quarter of the town where the text was filed");
        PlaceMention[] towns = [.. mentions.Where(m => (m.Precision <= PlacePrecision.City || m.IsUnknown) && !m.IsOfSource && !IsOfOtherEntry(m, draft)).DistinctBy(m => m.Point).Take(2)];
        if (towns is [var only] && !only.IsWay && MayBeIn(only, country)) return (Read(only), "the only place that the text names");
        if (filed?.Place is { } place && MayBeIn(filed, country) && (!place.IsCapital || Speaks(draft, "Capital")) && towns.Length == 0) return (Read(filed), "taken from where the text was filed");
        return Country(draft, said);
    }

    // "Lido beach", "al-Thawra hospital": a spot in a town, of which gazetteers know few.
    private bool IsSpot(PlaceMention place) => place.End < analysis.Words.Count && analysis.Document.JoinsNext(place.End - 1)
        && (analysis.Is(place.End, WordClass.PlaceNoun) || analysis.Over(place.End)?.Of(Sort.Thing) is not null || analysis.GrammarAt(place.End, analysis.Words.Count, "Quarter").Entry is not null);

    // The town of its paragraph, else the only one of the text, else the one where it was filed.
    private PlaceMention? TownOf(PlaceMention spot, EventDraft draft)
    {
        PlaceMention[] towns = [.. mentions.Where(m => m is { Precision: <= PlacePrecision.City, IsUnknown: false, IsWay: false, IsOfSource: false } && MayBeIn(m, spot.CountryCode) && !IsOfOtherEntry(m, draft)).DistinctBy(m => m.Point).Take(2)];
        return InParagraph(draft) is { Precision: <= PlacePrecision.City, IsUnknown: false } near && MayBeIn(near, spot.CountryCode) ? near
            : towns is [var only] ? only
            : towns.Length == 0 && filed?.Place is not null && MayBeIn(filed, spot.CountryCode) ? filed : null;
    }

    // What another entry of the list is about is no place for this one.
    private bool IsOfOtherEntry(PlaceMention place, EventDraft draft) =>
        draft.First.Sentence.Item is var item and > 0 && SentenceOf(place).Item is var other and > 0 && other != item;

    // The country in which the event's own sentences put it: "the murder of a politician in Guatemala", told in Havana.
    private static string? SaidOf(EventDraft draft) => draft.Mentions.Find(m => m.IsCountryPlaced)?.Country;

    private static bool MayBeIn(PlaceMention place, string? country) => country is null || place.CountryCode is null || place.CountryCode == country;

    private PlaceMention? InParagraph(EventDraft draft)
    {
        Sentence first = draft.First.Sentence;
        PlaceMention? best = null;
        foreach (PlaceMention mention in mentions)
        {
            if (mention.First >= draft.Last.Sentence.End) break;
            Sentence sentence = SentenceOf(mention);
            bool heads = mention.First <= sentence.First + HeadingReach && (sentence.Item > 0 || sentence.End - sentence.First <= HeadingReach);
            if (sentence.Paragraph == first.Paragraph && !mention.IsWay && !mention.IsOfSource && (mention.IsLocative || heads)) best = best is null || mention.Precision <= best.Precision ? mention : best;
        }

        return best;
    }

    // "Lower Shabelle – Marka. A bomb went off under a minibus to Mogadishu": the town at the head of its entry of a list, when the event's sentence is another.
    private PlaceMention? HeadOf(EventDraft draft)
    {
        if (draft.First.Sentence.Item == 0) return null;
        Sentence opening = analysis.Sentences.First(s => s.Item == draft.First.Sentence.Item);
        return mentions.Where(m => m.First >= opening.First && m.First < Math.Min(opening.End, opening.First + HeadingReach) && m is { Precision: <= PlacePrecision.City, IsUnknown: false, IsWay: false }).LastOrDefault(m => draft.First.Sentence.First > m.First && draft.Place != m);
    }

    private Sentence SentenceOf(PlaceMention mention)
    {
        int low = 0;
        int high = analysis.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (analysis.Sentences[middle].First <= mention.First) low = middle;
            else high = middle - 1;
        }

        return analysis.Sentences[low];
    }

    private bool Speaks(EventDraft draft, string key) => draft.Mentions.Exists(m =>
    {
        for (int word = m.Sentence.First; word < m.Sentence.End; word++)
        {
            if (analysis.GrammarAt(word, m.Sentence.End, key).Entry is not null) return true;
        }

        return false;
    });

    // The country's capital stands for it on the map; the precision says that it is only the country.
    private (ReadPlace?, string?) Country(EventDraft draft, string? said)
    {
        string? code = said ?? draft.Mentions.Select(m => m.Country).FirstOrDefault(c => c is not null && c == countries.Main) ?? countries.Main ?? filed?.CountryCode ?? hint;
        if (code is null || areas.CapitalOf(code) is not { } capital) return (null, null);
        TextSpan evidence = analysis.Document.SpanOf(draft.Lead.Trigger.First, draft.Lead.Trigger.End);
        for (int word = 0; word < analysis.Words.Count; word++)
        {
            if (countries.At(word) != code) continue;
            evidence = analysis.Document.SpanOf(word, word + 1);
            break;
        }

        bool whole = Speaks(draft, "Capital");
        return (new ReadPlace(capital.GeonameId, capital.Point, whole ? PlacePrecision.City : PlacePrecision.Country, Text(evidence), code, evidence), whole ? "the text speaks of the capital" : "the text names no place for it that the gazetteer knows");
    }

    private ReadPlace Read(PlaceMention mention)
    {
        (int first, int end) = mention.Written ?? (mention.First, mention.End);
        TextSpan span = analysis.Document.SpanOf(first, end);
        return new ReadPlace(mention.Place?.GeonameId, mention.Point, mention.Precision, Text(span), mention.CountryCode, span);
    }

    private string Text(TextSpan span) => analysis.Document.Text.Substring(span.Start, span.Length).Replace('\n', ' ');
}
