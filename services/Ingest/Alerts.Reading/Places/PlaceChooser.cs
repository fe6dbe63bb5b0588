using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Settles where an event happened: its own place, else one of its paragraph, else the only one of the text, else where it was filed, else a town roughly near which it was, else its country. None of these lies in another country than the one the text puts it in.</summary>
internal sealed class PlaceChooser(Analysis analysis, AdminAreas areas, CountryTally countries, IReadOnlyList<PlaceMention> mentions, IReadOnlyList<EventDraft> drafts, SectionHeadings sections, IncidentForm? form, TitlePlace? title, PlaceMention? filed, string? hint)
{
    // A place within so many words of the beginning of a list entry, or alone in a short sentence, heads what follows.
    private const int HeadingReach = 4;
    private const string FromHeading = "taken from the heading above";
    private const string Roughly = "the text says only roughly where it was";
    private const string FromForm = "taken from the field for the place";

    private readonly EntryCountries _entries = new(analysis, countries);

    /// <summary>The place, and what was assumed about it; no place when the text names no country either.</summary>
    public (ReadPlace? Place, string? Assumption) Choose(EventDraft draft)
    {
        if (draft.Place is { } own)
        {
            if ((own.IsWay || !own.IsLocative) && HeadOf(draft) is { } head && MayBeIn(head, own.CountryCode)) return (Read(head), "taken from the head of the entry");
            if ((own.IsWay || !own.IsLocative || (own.IsUnknown && own.Precision == PlacePrecision.Country)) && InForm(draft) is { } written && MayBeIn(written, own.CountryCode)) return (Read(written), FromForm);
            if (own.IsUnknown && IsSpot(own) && RoughlyOf(draft) is { } by && MayBeIn(by, own.CountryCode) && !IsTaken(by, draft)) return (Read(by), Roughly);
            if (own.IsUnknown && IsSpot(own) && TownOf(own, draft) is { } town) return (Read(town), "the town of a place that the gazetteer does not know");
            if (own is { IsUnknown: true, Precision: PlacePrecision.Country } && sections.PlaceOver(draft.First.Sentence) is { } headed && MayBeIn(headed, own.CountryCode)) return (Read(headed), FromHeading);
            if (own.Precision > PlacePrecision.City && RoughlyOf(draft) is { } way && MayBeIn(way, own.CountryCode)) return (Read(way), Roughly);
            bool aside = own is { IsUnknown: true, Precision: PlacePrecision.Country } && own.First >= draft.First.Sentence.End;
            bool hits = own is { IsUnknown: true, Precision: PlacePrecision.Country } && HitsCapital(draft);
            return (aside || hits) && filed?.Place is { } seat && seat.IsCapital == hits && MayBeIn(filed, own.CountryCode) ? (Read(filed), "taken from where the text was filed") : (Read(own), own.Assumption);
        }

        string? said = SaidOf(draft);
        if (InForm(draft) is { } field && MayBeIn(field, said)) return (Read(field), field.Assumption ?? FromForm);
        if (InParagraph(draft) is { } told && MayBeIn(told, said)) return (Read(told), "taken from the paragraph");
        if (sections.PlaceOver(draft.First.Sentence) is { } heading && MayBeIn(heading, said)) return (Read(heading), FromHeading);
        string? country = said ?? countries.Main;
        if (filed?.Place is not null && MayBeIn(filed, country) && Speaks(draft, "Quarter")) return (Read(filed), "a quarter of the town where the text was filed");
        PlaceMention[] towns = [.. mentions.Where(m => (m.Precision <= PlacePrecision.City || m.IsUnknown) && !m.IsOfSource && !IsOfOtherEntry(m, draft)).DistinctBy(m => m.Point)];

        // "Separately, a grenade went off in Naurang": where another event happened, the one told before was not.
        bool taken = towns is [var one] && IsTaken(one, draft);
        if (taken && RoughlyOf(draft) is { } near && MayBeIn(near, country) && !IsTaken(near, draft)) return (Read(near), Roughly);
        if (Titled(draft) is { Place.IsUnknown: false } top && MayBeIn(top.Place, country) && (towns.Length == 0 || taken || towns.Any(t => !t.IsUnknown && t.Point == top.Place.Point))) return Read(top, draft);

        // A village that the gazetteer does not know says less than the town, no capital, where the text was filed.
        bool unknownOnly = (taken || towns is [{ IsUnknown: true }]) && filed?.Place is { IsCapital: false } && MayBeIn(filed, country);
        if (!unknownOnly && towns is [var only] && !only.IsWay && MayBeIn(only, country)) return (Read(only), "the only place that the text names");
        if (Titled(draft) is { Place.IsUnknown: true } unknown && MayBeIn(unknown.Place, country) && towns.Length == 0) return Read(unknown, draft);
        if (filed?.Place is { } place && MayBeIn(filed, country) && (!place.IsCapital || Speaks(draft, "Capital")) && (unknownOnly || towns.Length == 0)) return (Read(filed), "taken from where the text was filed");
        if (filed?.Place is { IsCapital: false } dateline && MayBeIn(filed, country) && title?.Place.Point == filed.Point) return (Read(filed), "taken from where the text was filed");
        if (RoughlyOf(draft) is { } road && MayBeIn(road, country) && !IsTaken(road, draft)) return (Read(road), Roughly);
        return towns.All(t => t.IsWay) && SourceOf(draft) is { } source && MayBeIn(source, country) ? (Read(source), "the town of who tells it") : Country(draft, said);
    }

    // "The police chief of Santa Cruz said": the only town that the text names, and no capital.
    private PlaceMention? SourceOf(EventDraft draft) =>
        mentions.Where(m => m is { IsOfSource: true, IsUnknown: false, Precision: <= PlacePrecision.City } && !IsOfOtherEntry(m, draft)).DistinctBy(m => m.Point).Take(2).ToArray() is [{ Place.IsCapital: false } only] ? only : null;

    // The town of the title, when it tells of such an event there and no other one is told there.
    private TitlePlace? Titled(EventDraft draft) =>
        title?.Groups.Contains(draft.Group) == true && !drafts.Any(d => d != draft && d.Group == draft.Group && d.Place?.Point == title.Place.Point) ? title : null;

    // "Lido beach", "al-Thawra hospital", "the neighbourhood of Faladié": a spot in a town, of which gazetteers know few.
    private bool IsSpot(PlaceMention place) => IsBehindQuarter(place.First) || (place.End < analysis.Words.Count && analysis.Document.JoinsNext(place.End - 1)
        && (analysis.Is(place.End, WordClass.PlaceNoun) || analysis.Over(place.End)?.Of(Sort.Thing) is not null || analysis.GrammarAt(place.End, analysis.Words.Count, "Quarter").Entry is not null));

    private bool IsBehindQuarter(int first)
    {
        int at = first;
        while (at > 0 && analysis.Is(at - 1, WordClass.Of | WordClass.Det)) at--;
        return at > 0 && analysis.GrammarAt(at - 1, at, "Quarter").Entry is not null;
    }

    // Whether another event happened there.
    private bool IsTaken(PlaceMention place, EventDraft draft) => drafts.Any(d => d != draft && d.Place?.Point == place.Point);

    // The town of its paragraph, else the only one of the text or of its entry, else the one where it was filed.
    private PlaceMention? TownOf(PlaceMention spot, EventDraft draft)
    {
        PlaceMention[] towns = [.. mentions.Where(m => m is { Precision: <= PlacePrecision.City, IsUnknown: false, IsWay: false, IsOfSource: false } && MayBeIn(m, spot.CountryCode) && !IsTaken(m, draft) && SentenceOf(m).Item == draft.First.Sentence.Item).DistinctBy(m => m.Point).Take(2)];
        return InParagraph(draft) is { Precision: <= PlacePrecision.City, IsUnknown: false } near && MayBeIn(near, spot.CountryCode) ? near
            : towns is [var only] ? only
            : towns.Length > 0 ? null
            : filed?.Place is not null && MayBeIn(filed, spot.CountryCode) ? filed
            : SourceOf(draft) is { } source && MayBeIn(source, spot.CountryCode) ? source : null;
    }

    // "Ambushed on the road to Rutshuru": near it, for all that is known.
    private PlaceMention? RoughlyOf(EventDraft draft) =>
        mentions.FirstOrDefault(m => m is { IsRough: true, IsUnknown: false, Precision: <= PlacePrecision.City } && draft.Mentions.Exists(e => m.First >= e.Sentence.First && m.First < e.Sentence.End));

    // What another entry of the list is about is no place for this one.
    private bool IsOfOtherEntry(PlaceMention place, EventDraft draft) =>
        draft.First.Sentence.Item is var item and > 0 && SentenceOf(place).Item is var other and > 0 && other != item;

    // The country in which the event's own sentences put it: "the murder of a politician in Guatemala", told in Havana.
    private static string? SaidOf(EventDraft draft) => draft.Mentions.Find(m => m.IsCountryPlaced)?.Country;

    private static bool MayBeIn(PlaceMention place, string? country) => country is null || place.CountryCode is null || place.CountryCode == country;

    // The closest place of the form's field.
    private PlaceMention? InForm(EventDraft draft) =>
        form?.PlaceOf(draft.First.Sentence) is { } field ? mentions.Where(m => m.First >= field.First && m.First < field.End).MinBy(m => (m.IsUnknown ? PlacePrecision.Country : m.Precision, m.First)) : null;

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

    private bool Speaks(EventDraft draft, string key) => draft.Mentions.Exists(m => Speaks(m.Sentence.First, m.Sentence.End, key));

    private bool Speaks(int first, int end, string key)
    {
        for (int word = first; word < end; word++)
        {
            // "70 kilometres from the capital".
            if (analysis.GrammarAt(word, end, key).Entry is not null && !IsFarFrom(first, word)) return true;
        }

        return false;
    }

    private bool IsFarFrom(int first, int word)
    {
        int at = word - 1;
        while (at > first && analysis.Is(at, WordClass.Det | WordClass.Of | WordClass.Origin)) at--;
        return at > first && at < word - 1 && analysis.Is(at, WordClass.Kilometre);
    }

    // "attacked the school of Faladié and the military airport": what only a capital has was hit with what the gazetteer does not know.
    private bool HitsCapital(EventDraft draft) => draft.Mentions.Exists(m => m.Targets.Exists(t => Speaks(t.First, t.PhraseEnd, "Capital")));

    // The country's capital stands for it on the map; the precision says that it is only the country.
    private (ReadPlace?, string?) Country(EventDraft draft, string? said)
    {
        string? code = said ?? _entries.Over(draft.First.Sentence) ?? draft.Mentions.Select(m => m.Country).FirstOrDefault(c => c is not null && c == countries.Main) ?? countries.Main ?? filed?.CountryCode ?? hint;
        if (code is null || areas.CapitalOf(code) is not { } capital) return (null, null);
        (int First, int End)? named = NamedBy(code);
        TextSpan evidence = named is var (first, end) ? analysis.Document.SpanOf(first, end) : analysis.Document.SpanOf(draft.Lead.Trigger.First, draft.Lead.Trigger.End);
        string name = named is null ? code : Text(evidence);
        bool whole = Speaks(draft, "Capital");
        return (new ReadPlace(capital.GeonameId, capital.Point, whole ? PlacePrecision.City : PlacePrecision.Country, name, code, evidence), whole ? "the text speaks of the capital" : "the text names no place for it that the gazetteer knows");
    }

    // The words that name a country: its own name before that of its people or its army.
    private (int First, int End)? NamedBy(string code)
    {
        int[] words = [.. Enumerable.Range(0, analysis.Words.Count).Where(w => countries.At(w) == code)];
        if (words.Length == 0) return null;
        int first = words.MinBy(w => (countries.ForcesAt(w) is not null || analysis.Over(w)?.Of(Sort.Actor) is not null, w));
        int end = first + 1;
        while (countries.At(end) == code && analysis.Document.JoinsNext(end - 1)) end++;
        return (first, end);
    }

    private ReadPlace Read(PlaceMention mention)
    {
        (int first, int end) = mention.Written ?? (mention.First, mention.End);
        TextSpan span = analysis.Document.SpanOf(first, end);
        return new ReadPlace(mention.Place?.GeonameId, mention.Point, mention.Precision, Text(span), mention.CountryCode, span);
    }

    // The title is no part of the text: the words that tell the event stand for it.
    private (ReadPlace, string?) Read(TitlePlace titled, EventDraft draft) =>
        (Read(titled.Place with { Written = (draft.Lead.Trigger.First, draft.Lead.Trigger.End) }) with { Name = titled.Name }, titled.Place.Assumption ?? "taken from the title");

    private string Text(TextSpan span) => analysis.Document.Text.Substring(span.Start, span.Length).Replace('\n', ' ');
}
