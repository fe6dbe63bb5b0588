using System.Text;
using Alerts.Gazetteer;
using Alerts.Reading.Events;
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
    private const int UsualWord = 10;

    // So many places that are sure are enough to speak for the others.
    private const int MostWitnesses = 40;
    private const int MostVotes = 60;
    private const int MostUnknownWords = 4;
    private const double SureVote = 0.8;
    private const double UnsureVote = 0.4;
    private const double LocativeVote = 1;
    private const double NameVote = 0.5;
    private const double OutsiderShare = 0.25;

    // A group that acts in more countries than this speaks for none of them.
    private const int MostHomes = 5;

    // Nearer than this a distance without a direction still names the place well enough.
    private const double NearKm = 20;

    private readonly Document _document = analysis.Document;
    private readonly Dictionary<string, IReadOnlyList<Place>> _named = new(StringComparer.Ordinal);
    private readonly List<Place> _resolved = [];
    private readonly Surroundings _around = new(analysis);
    private readonly NameWords _words = new(analysis, lexicon, countries, people);
    private PlaceMention? _filed;

    /// <summary>All places of the text, in its order.</summary>
    public List<PlaceMention> Find(int skipFirst, int skipEnd)
    {
        List<(int First, int End, string Folded, bool Unit, Sentence Sentence, PlaceMention? Done)> found = [];
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
                    found.Add((at, point.End, "", false, sentence, point));
                    at = point.End;
                    continue;
                }

                (int end, string folded, bool unit) = NameAt(at, sentence);
                if (end == at && (end = UnknownAt(at, sentence)) > at) folded = Fold(at, end);
                if (end > at) found.Add((at, end, folded, unit, sentence, null));
                at = Math.Max(end, at + 1);
            }
        }

        HashSet<string> seen = new(StringComparer.Ordinal);

        // Names that only one place bears in the text's countries come first; they speak for the others.
        foreach ((_, _, string folded, bool unit, _, PlaceMention? done) in found)
        {
            if (_resolved.Count >= MostWitnesses) break;
            if (done is null && !unit && seen.Add(folded) && Named(folded).Where(p => countries.Names(p.CountryCode)).Take(2).ToArray() is [var only]) _resolved.Add(only);
        }

        var mentions = new List<PlaceMention>();
        for (int i = 0; i < found.Count; i++)
        {
            (int first, int end, string folded, bool unit, Sentence sentence, PlaceMention? done) = found[i];
            HashSet<string> units = [];
            for (int j = i + 1; j < found.Count && found[j].Sentence == sentence && found[j].First - end <= UnitReach; j++) units.Add(found[j].Folded);
            if ((done ?? Resolve(first, end, folded, unit, sentence, units) ?? Unknown(first, end, sentence, units)) is { } mention) mentions.Add(mention);
        }

        Stretch.Join(analysis, mentions);
        return mentions;
    }

    // "minibus venan de bandiagara a sauté sur 1 mine".
    private bool IsMessage => _document.Words.Count <= NewsScale.MessageWords;

    // "16.2716", "N 01°46'30"", "41R PR".
    private bool MayBeCoordinate(int at) => analysis.Words[at].Text is var text && (text.Length == 1 || char.IsAsciiDigit(text[0]));

    /// <summary>Lets groups, units and towns speak for the countries that they lie in: a text about Pemba and Macomia need not say Mozambique.</summary>
    public void LetNamesSpeak(int skipFirst, int skipEnd)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var votes = new Dictionary<string, (double Weight, int Names)>(StringComparer.Ordinal);
        HashSet<string> homes = Homes();
        foreach (Sentence sentence in analysis.Sentences)
        {
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (seen.Count >= MostVotes) break;
                if (at >= skipFirst && at < skipEnd) continue;
                if (analysis.At(at)?.Of(Sort.Actor)?.Actor is { } actor)
                {
                    if (actor.Countries.Count <= MostHomes && seen.Add(actor.Name)) Vote(actor.Countries[0], actor.Countries.Count == 1 ? SureVote : UnsureVote);
                    continue;
                }

                // Where capitals tell nothing, too much looks like a name in all but a message.
                if (!_document.CapitalsTell && !IsMessage) continue;
                (int end, string folded, bool unit) = NameAt(at, sentence);
                if (end <= at || !seen.Add(folded)) continue;
                double weight = unit || _around.IsLocative(at, sentence) ? LocativeVote : NameVote;
                foreach ((string country, double share) in CountryShares.Within(CountryShares.Of(folded, unit, Named(folded), areas), homes)) Vote(country, weight * share * (CountryTally.IsOutsider(country) ? OutsiderShare : 1));
                at = end - 1;
            }
        }

        // What only a guess speaks for counts in a text that names no country.
        bool silent = countries.IsEmpty;

        // Where the text names a country outright, one name that only another country knows is mostly a village that the gazetteer lacks.
        int least = countries.IsSure ? 2 : 1;
        foreach ((string country, (double weight, int names)) in votes.OrderByDescending(v => v.Value.Weight).ThenBy(v => v.Key, StringComparer.Ordinal).Take(silent ? 1 : votes.Count))
        {
            if (silent || (weight >= SureVote && names >= least)) countries.Add(country, weight);
        }

        void Vote(string code, double weight) => votes[code] = (votes.GetValueOrDefault(code).Weight + weight, votes.GetValueOrDefault(code).Names + 1);
    }

    // The countries of the groups that the text names.
    private HashSet<string> Homes() =>
        [.. analysis.Marks(0, analysis.Words.Count).Select(m => m.Of(Sort.Actor)?.Actor).OfType<KnownActor>().Where(a => a.Countries.Count <= MostHomes).SelectMany(a => a.Countries)];

    /// <summary>The place of a dateline, looked for among its own words.</summary>
    public PlaceMention? Filed(Dateline dateline)
    {
        (int first, int end) = (dateline.PlaceFirst, dateline.PlaceEnd);
        string? said = CountryOf(dateline);
        for (int last = end; last > first; last--)
        {
            // "CABO DELGADO": the first part of a longer name is another place.
            if (last < end && _document.JoinsNext(last - 1) && _document.IsCapitalised(last)) continue;
            string folded = Fold(first, last);
            if (folded.Length >= ShortestName && places.IsName(folded) && HomonymChooser.Filed(Named(folded), folded, countries, said) is { } place)
                return _filed = new PlaceMention(first, last, place, place.Point, PlacePrecision.City, place.CountryCode);
        }

        return null;
    }

    /// <summary>The country that a dateline names.</summary>
    public string? CountryOf(Dateline dateline) => Enumerable.Range(dateline.First, dateline.End - dateline.First).Select(countries.At).FirstOrDefault(c => c is not null);

    // The town where the text was filed is the one of that name of which it speaks.
    private Place? FiledAs(string folded) => _filed is { Place: { } place } filed && Fold(filed.First, filed.End) == folded ? place : null;

    private PlaceMention? Resolve(int first, int end, string folded, bool unit, Sentence sentence, HashSet<string> units)
    {
        bool local = unit && _around.IsLocalUnit(first, end, sentence);
        if (unit && !local && areas.Find(folded, countries) is { } seat) return Placed(first, end, seat, seat.Point, PlacePrecision.AdminArea, sentence);
        if (!places.IsName(folded) || (FiledAs(folded) ?? HomonymChooser.Choose(Named(folded), folded, countries, units, _resolved)) is not { } place)
            return areas.Find(folded, countries) is { } area ? Placed(first, end, area, area.Point, PlacePrecision.AdminArea, sentence) : null;
        if (unit) return Placed(first, end, place, place.Point, local ? PlacePrecision.City : PlacePrecision.AdminArea, sentence);
        if (Offset.Before(analysis, first, sentence) is { } offset)
        {
            if (offset.Bearing is { } bearing)
            {
                PlaceMention away = Placed(first, end, null, Offset.From(place.Point, offset.Km, bearing), PlacePrecision.City, sentence) with { CountryCode = place.CountryCode };
                return away with { IsLocative = true, IsWay = false, Assumption = "reckoned from a distance and a direction", Written = (offset.First, end) };
            }

            if (offset.Km > NearKm) return Placed(first, end, place, place.Point, PlacePrecision.AdminArea, sentence) with { Assumption = "the text gives a distance without a direction" };
        }

        return Placed(first, end, place, place.Point, PlacePrecision.City, sentence);
    }

    // "Namssiguian, a village in Bam province": the gazetteer has not the village; the unit named behind it stands for it, else the country.
    private PlaceMention? Unknown(int first, int end, Sentence sentence, HashSet<string> units)
    {
        if (!_document.CapitalsTell || !_around.IsLocative(first, sentence) || countries.Main is not { } main) return null;
        Place? seat = units.Select(unit => areas.Find(unit, countries)).FirstOrDefault(p => p is not null);
        if ((seat ?? areas.CapitalOf(main)) is not { } stand) return null;
        PlaceMention mention = Placed(first, end, stand, stand.Point, seat is null ? PlacePrecision.Country : PlacePrecision.AdminArea, sentence);
        return mention with { Assumption = "the gazetteer does not know the name; the unit or country that it lies in stands for it", IsUnknown = true };
    }

    private int UnknownAt(int at, Sentence sentence)
    {
        if (!_document.CapitalsTell || !_document.IsCapitalised(at) || !analysis.Is(at - 1, WordClass.Locative) || at == sentence.First) return at;
        int end = at;
        while (end < sentence.End && end - at < MostUnknownWords && (end == at || _document.JoinsNext(end - 1)) && _words.IsUnknown(end)) end++;
        return end;
    }

    private PlaceMention Placed(int first, int end, Place? place, GeoPoint point, PlacePrecision precision, Sentence sentence) =>
        new(first, end, place, point, precision, place?.CountryCode)
        {
            IsLocative = (_around.IsLocative(first, sentence) || IsHeading(first, sentence)) && !_around.IsElsewhere(first, end, sentence),
            IsWay = _around.IsElsewhere(first, end, sentence) || (first > sentence.First && analysis.Is(first - 1, WordClass.Origin) && !analysis.HasCue("Ongoing", first, first)),
            IsOfSource = _around.IsOfSource(first, sentence) || _words.IsHome(first),
        };

    // "1. Huwara (Nablus): settlers came from Yitzhar": the place that an entry begins with is where it happened.
    private static bool IsHeading(int first, Sentence sentence) => sentence.Item > 0 && first < sentence.First + TextReading.HeadingWords;

    private (int End, string Folded, bool Unit) NameAt(int at, Sentence sentence)
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
            if (_document.CapitalsTell && (!_document.IsCapitalised(end - 1) || IsCut(end, sentence))) continue;
            if (end > at + 1 && _words.IsStop(at) && _words.IsStop(end - 1)) continue;
            bool unit = behindUnit || _around.IsBeforeUnit(end, sentence);
            if (!placed && !unit && !(end < sentence.End && _document.GapAfter(end - 1) is " (")) continue;
            if (length < ShortestName || (end > at + 1 && countries.IsCountry(at) && countries.IsCountry(end - 1))) continue;
            // "Cabo Delgado": a unit's name of several words needs no word for a unit beside it.
            bool bears = places.IsName(folded.AsSpan(0, length))
                || (unit ? areas.Find(folded[..length], countries) is not null : _document.CapitalsTell && end > at + 1 && areas.CountriesOf(folded[..length]).Any());
            if (!bears) continue;
            return (end, folded[..length], unit);
        }

        return (at, "", false);
    }

    // "Nana-Bakassa", "Nord-Kivu": the first part alone is another place.
    private bool IsCut(int end, Sentence sentence) => end < sentence.End && _document.GapAfter(end - 1) is "-" && _document.IsCapitalised(end) && !countries.IsCountry(end);

    private bool IsArticle(int at) => analysis.Words[at].Text is "al" or "el" && at + 1 < analysis.Words.Count && _document.IsCapitalised(at + 1);

    private int Longest(int at, int end)
    {
        int stop = at + 1;
        while (stop < Math.Min(end, at + PlaceIndex.MaxNameWords) && (_document.JoinsNext(stop - 1) || _document.GapAfter(stop - 1) is ". ")) stop++;
        return stop;
    }

    private string Fold(int first, int end)
    {
        if (end == first + 1) return analysis.Words[first].Text;
        var folded = new StringBuilder(analysis.Words[first].Text, (end - first) * UsualWord);
        for (int word = first + 1; word < end; word++) folded.Append(' ').Append(analysis.Words[word].Text);
        return folded.ToString();
    }

    private IReadOnlyList<Place> Named(string folded)
    {
        if (!_named.TryGetValue(folded, out IReadOnlyList<Place>? list)) _named[folded] = list = places.Bearing(folded);
        return list;
    }
}
