using System.Buffers;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>Finds the places that a text names: the longest folded name, told by its capital letter where capitals tell, chosen among its homonyms.</summary>
internal sealed class PlaceFinder(PlaceIndex places, Lexicon lexicon, AdminAreas areas, Analysis analysis, CountryTally countries, PeopleNames people)
{
    private const int ShortestName = 3;
    private const int UnitReach = 8;
    private const int ShortestShortForm = 4;

    // So many places that are sure are enough to speak for the others.
    private const int MostWitnesses = 40;
    private const int MostUnknownWords = 4;

    // Who sends a message stands in its first lines.
    private const int SenderLines = 4;

    // Nearer than this a distance without a direction still names the place well enough.
    private const double NearKm = 20;

    // Farther than this it says nothing but where some other place lies.
    private const double FarKm = 39;

    private static readonly SearchValues<char> Marks = SearchValues.Create("-–—/|:,()");

    private readonly Document _document = analysis.Document;
    private readonly List<Place> _resolved = [];
    private readonly Dictionary<string, string> _longForms = new(StringComparer.Ordinal);
    private readonly Surroundings _around = new(analysis);
    private readonly NameWords _words = new(analysis, lexicon, countries, people);
    private readonly Dictionary<string, Place?> _settled = new(StringComparer.Ordinal);
    private readonly NameReader _names = new(places, lexicon, areas, analysis, countries, people);
    private readonly PlaceChains _chains = new(new NameReader(places, lexicon, areas, analysis, countries, people), areas, analysis, countries);
    private readonly EntryCountries _entries = new(analysis, countries);
    private readonly HashSet<int> _heads = [.. EntryHeads.Of(analysis)];
    private readonly HashSet<int> _writers = [.. EntryHeads.Writers(analysis)];
    private PlaceMention? _filed;

    // Where one entry begins with a place, the others do; a form has fields for it.
    private HashSet<int> _headed = [];
    private HashSet<int> _fields = [];

    /// <summary>All places of the text, in its order.</summary>
    public List<PlaceMention> Find(int skipFirst, int skipEnd, IEnumerable<int> fields)
    {
        _fields = [.. fields];
        _headed = _fields.Count > 0 ? _fields : [.. analysis.Sentences.Any(s => (s.Item > 0 && countries.IsCountry(s.First)) || Enumerable.Range(s.First, s.End - s.First).Any(w => _heads.Contains(w) && _names.At(w, s).End > w)) ? _heads : []];
        List<FoundName> found = [];
        foreach (Sentence sentence in analysis.Sentences)
        {
            for (int at = sentence.First; at < sentence.End;)
            {
                if (at >= skipFirst && at < skipEnd)
                {
                    at++;
                    continue;
                }

                if (MayBeCoordinate(at) && Coordinates.At(_document, at, sentence.End, places) is { } point)
                {
                    found.Add(new FoundName(at, point.End, "", false, sentence, point));
                    at = point.End;
                    continue;
                }

                (int end, string folded, bool unit) = _names.At(at, sentence);
                if (end == at && (end = UnknownAt(at, sentence)) > at) folded = _names.Fold(at, end);
                if (end > at) found.Add(new FoundName(at, end, folded, unit, sentence, null));
                at = Math.Max(end, at + 1);
            }
        }

        foreach (FoundName name in found)
        {
            if (!name.Unit && name.Folded.IndexOf(' ') is >= ShortestShortForm and var space) _longForms.TryAdd(name.Folded[..space], name.Folded);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);

        // Names that only one place bears in the text's countries come first; they speak for the others.
        foreach (FoundName name in found)
        {
            if (_resolved.Count >= MostWitnesses) break;
            if (name is { Done: null, Unit: false } && seen.Add(name.Folded) && _names.Bearing(name.Folded).Where(p => countries.Names(p.CountryCode)).Take(2).ToArray() is [var only]) _resolved.Add(only);
        }

        List<PlaceMention> mentions = Settle(found);
        Stretch.Join(analysis, mentions);
        TownQuarters.Join(analysis, mentions);
        return mentions;
    }

    // What a name is tied to says which of its bearers is meant, so that the last name is settled first.
    private List<PlaceMention> Settle(List<FoundName> found)
    {
        bool[] ties = _chains.TiesOf(found);
        for (int i = 0; i + 1 < found.Count; i++)
        {
            if (ties[i] && _chains.IsUnitOf(found[i], found[i + 1])) found[i + 1] = found[i + 1] with { Unit = true };
        }

        // What stands alone is what it is where the text says in what it lies.
        var told = new PlaceMention?[found.Count];
        Settle(found, ties, told, alone: false);
        Settle(found, ties, told, alone: true);
        return [.. told.OfType<PlaceMention>()];
    }

    private void Settle(List<FoundName> found, bool[] ties, PlaceMention?[] told, bool alone)
    {
        List<(FoundName Name, PlaceMention Mention)> outers = [];
        for (int i = found.Count - 1; i >= 0; i--)
        {
            if (alone != !(ties[i] || (i > 0 && ties[i - 1]))) continue;
            FoundName name = found[i];
            if (!ties[i]) outers = [];
            HashSet<string> units = [];
            for (int j = i + 1; j < found.Count && found[j].Sentence == name.Sentence && found[j].First - name.End <= UnitReach; j++) units.Add(found[j].Folded);
            PlaceMention? mention = name.Done ?? Resolve(name, units, outers);
            if ((told[i] = mention ?? Unknown(name, units, outers)) is not { } it) continue;
            if (ties[i] && outers is [.., var (town, outer)] && told[i + 1] == outer && _chains.IsTownOf(town, outer))
            {
                // Beside a part of the town that the gazetteer knows, the town says no more.
                if (mention is null) (told[i], told[i + 1]) = (_chains.Within(name, it, outer), null);
                else if (it.Precision == PlacePrecision.City && PlaceChains.AreNear(it, outer)) told[i + 1] = outer with { Precision = PlacePrecision.AdminArea };
            }

            outers.Add((name, told[i]!));
        }
    }

    // "16.2716", "N 01°46'30"", "41R PR".
    private bool MayBeCoordinate(int at) => analysis.Words[at].Text is var text && (text.Length == 1 || char.IsAsciiDigit(text[0]));

    /// <summary>Lets the names of the text, and the towns that its title names, speak for the countries that they lie in.</summary>
    public void LetNamesSpeak(int skipFirst, int skipEnd, IEnumerable<string> title) => new CountryVotes(_names, lexicon, areas, analysis, countries).Count(skipFirst, skipEnd, title);

    /// <summary>"WA group Léogâne–Gressier", "Radio room Baraka": the names that a title sets off, or places with a preposition. Any word of a headline in capital letters may be a town's name somewhere.</summary>
    public IEnumerable<string> SetOff()
    {
        foreach (Sentence sentence in analysis.Sentences)
        {
            for (int at = sentence.First; at < sentence.End; at++)
            {
                (int end, string folded, _) = _names.At(at, sentence);
                if (end <= at) continue;
                if (end == analysis.Words.Count || _around.IsLocative(at, sentence) || _document.GapAfter(end - 1).ContainsAny(Marks) || (at > 0 && _document.GapBefore(at).ContainsAny(Marks))) yield return folded;
                at = end - 1;
            }
        }
    }

    /// <summary>The place of a dateline, looked for among its own words.</summary>
    public PlaceMention? Filed(Dateline dateline)
    {
        string? said = CountryOf(dateline);
        return Filed(dateline, (named, folded) => HomonymChooser.Filed(named, folded, countries, said));
    }

    /// <summary>The place of the dateline of a text that says nothing else of its country.</summary>
    public PlaceMention? FiledAlone(Dateline dateline) => countries.IsEmpty ? Filed(dateline, HomonymChooser.FiledAlone) : null;

    /// <summary>"From: Duty officer Timbuktu": the only town in the line that says who sends a message; null when there is none. Without a dateline it was filed there.</summary>
    public PlaceMention? Sender()
    {
        foreach (Sentence line in analysis.Sentences.TakeWhile(s => s.Paragraph < SenderLines))
        {
            if (analysis.GrammarAt(line.First, line.End, "SenderLabel") is not { Entry: not null, Count: var count } || !_document.GapAfter(line.First + count - 1).StartsWith(':')) continue;
            List<PlaceMention> towns = [];
            for (int at = line.First + count; at < line.End; at++)
            {
                (int end, string folded, bool unit) = _names.At(at, line);
                if (end <= at) continue;
                if (!unit && HomonymChooser.Choose(_names.Bearing(folded), folded, countries, [], []) is { } town) towns.Add(new PlaceMention(at, end, town, town.Point, PlacePrecision.City, town.CountryCode));
                at = end - 1;
            }

            return towns is [var only] ? _filed = only : null;
        }

        return null;
    }

    private PlaceMention? Filed(Dateline dateline, Func<IReadOnlyList<Place>, string, Place?> choose)
    {
        (int first, int end) = (dateline.PlaceFirst, dateline.PlaceEnd);
        for (int last = end; last > first; last--)
        {
            // "CABO DELGADO": the first part of a longer name is another place.
            if (last < end && _document.JoinsNext(last - 1) && _document.IsCapitalised(last)) continue;
            string folded = _names.Fold(first, last);
            if (folded.Length >= ShortestName && places.IsName(folded) && choose(_names.Bearing(folded), folded) is { } place)
                return _filed = new PlaceMention(first, last, place, place.Point, PlacePrecision.City, place.CountryCode);
        }

        return null;
    }

    /// <summary>The country that a dateline names.</summary>
    public string? CountryOf(Dateline dateline) => Enumerable.Range(dateline.First, dateline.End - dateline.First).Select(countries.At).FirstOrDefault(c => c is not null);

    // The town where the text was filed is the one of that name of which it speaks.
    private Place? FiledAs(string folded) => _filed is { Place: { } place } filed && _names.Fold(filed.First, filed.End) == folded ? place : null;

    // "Fada" is Fada N'Gourma when the text names that, whatever else is called so.
    private PlaceMention? Resolve(FoundName name, HashSet<string> units, List<(FoundName Name, PlaceMention Mention)> outers) =>
        !name.Unit && _longForms.TryGetValue(name.Folded, out string? longer) && HomonymChooser.Choose(_names.Bearing(longer), longer, countries, units, _resolved) is not null
            ? ResolveName(name with { Folded = longer }, units, outers) : ResolveName(name, units, outers);

    private PlaceMention? ResolveName(FoundName name, HashSet<string> units, List<(FoundName Name, PlaceMention Mention)> outers)
    {
        (int first, int end, string folded, bool unit, Sentence sentence, _) = name;
        bool local = unit && _around.IsLocalUnit(first, end, sentence);
        if (unit && !local && Area(name, outers) is { } seat) return Placed(first, end, seat, seat.Point, PlacePrecision.AdminArea, sentence);
        if (Bearer(name, units, outers) is not { } place)
            return Area(name, outers) is { } area ? Placed(first, end, area, area.Point, PlacePrecision.AdminArea, sentence) : null;
        if (unit) return Placed(first, end, place, place.Point, local ? PlacePrecision.City : PlacePrecision.AdminArea, sentence);
        if (Offset.Before(analysis, first, sentence) is { } offset)
        {
            if (offset.Bearing is { } bearing)
            {
                PlaceMention away = Placed(first, end, null, Offset.From(place.Point, offset.Km, bearing), PlacePrecision.City, sentence) with { CountryCode = place.CountryCode };
                return away with { IsLocative = true, IsWay = false, Assumption = "reckoned from a distance and a direction", Written = (offset.First, end) };
            }

            // "à une centaine de kilomètres de Niamey", "two hours from Goma": it only says where another place is.
            if (offset.Km > FarKm) return Placed(first, end, place, place.Point, PlacePrecision.AdminArea, sentence) with { IsLocative = false, IsWay = true, IsRough = false };
            return Placed(first, end, place, place.Point, offset.Km > NearKm ? PlacePrecision.AdminArea : PlacePrecision.City, sentence) with { IsLocative = true, IsWay = false, Assumption = "the text gives a distance without a direction" };
        }

        return Placed(first, end, place, place.Point, PlacePrecision.City, sentence);
    }

    // "Páez Municipality, Apure State": a unit of that name that lies elsewhere is not meant.
    private Place? Area(FoundName name, List<(FoundName Name, PlaceMention Mention)> outers)
    {
        (FoundName? outer, PlaceMention? around) = outers.FirstOrDefault(o => o.Name.Unit && areas.IsFirstOrder(o.Name.Folded));
        return areas.Find(name.Folded, countries, around?.CountryCode) is { } seat && (outer is null || AdminAreas.Contains(outer.Folded, seat)) ? seat : null;
    }

    // The place of a name; what a name is tied to once says what it is elsewhere, too.
    private Place? Bearer(FoundName name, HashSet<string> units, List<(FoundName Name, PlaceMention Mention)> outers)
    {
        string folded = name.Folded;
        if (!places.IsName(folded)) return null;
        if (outers.Count == 0 && _settled.TryGetValue(folded, out Place? same)) return same;
        Place? chosen = FiledAs(folded) ?? HomonymChooser.Choose(_names.Bearing(folded), folded, countries, units, _resolved, outers.Count == 0 ? null : p => _chains.LiesIn(p, name, outers));
        if (outers.Count == 0) return chosen;
        if (chosen is { } place && _chains.IsBarred(place, name, outers)) chosen = null;
        _settled.TryAdd(folded, chosen);
        return chosen;
    }

    // "Namssiguian, a village in Bam province": the gazetteer has not the village; the unit named behind it stands for it, else the country.
    private PlaceMention? Unknown(FoundName name, HashSet<string> units, List<(FoundName Name, PlaceMention Mention)> outers)
    {
        (int first, int end, Sentence sentence) = (name.First, name.End, name.Sentence);
        if (!_document.CapitalsTell || !(_around.IsLocative(first, sentence) || IsUnknownHead(first, end)) || _words.IsOfVehicle(end, sentence) || (_entries.Over(sentence) ?? countries.Main) is not { } main) return null;
        Place? seat = outers.FindLast(o => o.Name.Unit && o.Mention.Precision == PlacePrecision.AdminArea).Mention?.Place ?? units.Select(unit => areas.Find(unit, countries)).FirstOrDefault(p => p is not null);
        if ((seat ?? areas.CapitalOf(main)) is not { } stand) return null;
        PlaceMention mention = Placed(first, end, stand, stand.Point, seat is null ? PlacePrecision.Country : PlacePrecision.AdminArea, sentence);
        return mention with { Assumption = "the gazetteer does not know the name; the unit or country that it lies in stands for it", IsUnknown = true };
    }

    // "Mozogo : des combattants…", "Lieu : Blangoua": nothing but the name stands before the colon or in the field; "Bilan : …" is no name.
    private bool IsUnknownHead(int first, int end) =>
        _headed.Contains(first) && !_writers.Contains(first) && Enumerable.Range(first, end - first).All(_words.IsUnknown) && (_fields.Contains(first) || _document.GapAfter(end - 1).IndexOfAny(":(.,") >= 0);

    private int UnknownAt(int at, Sentence sentence)
    {
        bool placed = (_headed.Contains(at) && !_writers.Contains(at)) || (at > sentence.First && analysis.Is(at - 1, WordClass.Locative));
        if (!_document.CapitalsTell || !_document.IsCapitalised(at) || !placed) return at;
        int end = at;
        while (end < sentence.End && end - at < MostUnknownWords && (end == at || _document.JoinsNext(end - 1)) && _words.IsUnknown(end)) end++;
        return end;
    }

    private PlaceMention Placed(int first, int end, Place? place, GeoPoint point, PlacePrecision precision, Sentence sentence) =>
        new(first, end, place, point, precision, place?.CountryCode)
        {
            IsLocative = (_around.IsLocative(first, sentence) || IsHeading(first, sentence) || IsNewsFrom(first, end, sentence)) && !_around.IsElsewhere(first, end, sentence),
            IsWay = _around.IsElsewhere(first, end, sentence) || (first > sentence.First && analysis.Is(first - 1, WordClass.Origin) && analysis.GrammarAt(first - 2, first, "CloseTo").Entry is null && !IsNewsFrom(first, end, sentence) && !analysis.HasCue("Ongoing", first, first)),
            IsRough = _around.IsRough(first, end, sentence),
            IsOfSource = _around.IsOfSource(first, end, sentence) || _words.IsHome(first) || (place is { IsCapital: true } && (_around.IsSeatOfSource(first, end, sentence) || _around.Speaks(first, end, sentence))),
        };

    // "From Finote Selam, a driver: Fano fighters stopped him": where the news comes from is where it happened.
    private bool IsNewsFrom(int first, int end, Sentence sentence) =>
        first == sentence.First + 1 && analysis.Is(sentence.First, WordClass.Origin) && end < sentence.End && _document.GapAfter(end - 1).ContainsAny(',', ':');

    // "1. Huwara (Nablus): settlers came from Yitzhar": the place that an entry begins with is where it happened.
    private bool IsHeading(int first, Sentence sentence) => (sentence.Item > 0 && first < sentence.First + TextReading.HeadingWords) || _headed.Contains(first);
}
