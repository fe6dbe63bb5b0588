using System.Buffers;
using Alerts.Gazetteer;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>
/// Names that a comma or bracket ties to what they lie in: "Malacatán, San Marcos", "Soyapango (San Salvador)", "La Victoria, in Páez Municipality, Apure State". What stands behind says which
/// bearer of the name is meant. Names that "and" joins are a list of several.
/// </summary>
internal sealed class PlaceChains(NameReader names, AdminAreas areas, Analysis analysis, CountryTally countries)
{
    // "in the", "province de la": no more small words stand between a name and what it lies in.
    private const int MostBetween = 5;

    // What lies in a town and its land is no farther from it than this, and a part of the town closer by.
    private const double NearKm = 60;
    private const double QuarterKm = 25;

    // A place of that very name lies outside the unit when it is so far from its seat.
    private const double FarKm = 150;

    // Towns as large as these are known by their name, whatever stands behind it.
    private const int KnownBesideUnit = 200_000;
    private const int KnownBesideTown = 50_000;

    // Smaller ones are no better known than what lies by them.
    private const int LeastTown = 15_000;

    private static readonly SearchValues<char> Stops = SearchValues.Create(",.;:()\n");

    private readonly Document _document = analysis.Document;

    /// <summary>For each name whether it lies in what the next one names.</summary>
    public bool[] TiesOf(IReadOnlyList<FoundName> found)
    {
        var ties = new bool[found.Count];
        bool listed = false;
        for (int i = found.Count - 2; i >= 0; i--)
        {
            (FoundName inner, FoundName outer) = (found[i], found[i + 1]);
            bool near = inner.Sentence == outer.Sentence;
            bool tied = near && inner.Folded != outer.Folded && OpensOuter(inner, outer.First);

            // "Gao, Mopti and Kidal", but "Gwoza, Borno State and Mubi".
            listed = NameLists.GoesOn(analysis, outer.End, outer.Sentence) || (listed && near);
            ties[i] = tied && (!listed || (outer.Unit && !inner.Unit));
            listed &= tied && !ties[i];
        }

        return ties;
    }

    /// <summary>"Malacatán, San Marcos": whether the second name, though a town's as well, is that of the unit in which a place of the first name lies.</summary>
    public bool IsUnitOf(FoundName inner, FoundName outer) =>
        !outer.Unit && areas.Find(outer.Folded, countries) is not null
        && (names.Bearing(inner.Folded).Any(p => countries.Names(p.CountryCode) && AdminAreas.Contains(outer.Folded, p))
            || !names.Bearing(outer.Folded).Any(p => countries.Names(p.CountryCode) && NameFolding.Fold(p.Name) == outer.Folded));

    /// <summary>Whether a place lies in one of the units, or near one of the towns, that its name is tied to.</summary>
    public bool LiesIn(Place place, FoundName name, IReadOnlyList<(FoundName Name, PlaceMention Mention)> outers) =>
        outers.Any(o => o.Mention.CountryCode == place.CountryCode && (o.Name.Unit ? IsOf(o.Name.Folded, o.Mention, place) || KmTo(o.Mention, place) <= NearKm : KmTo(o.Mention, place) <= (IsQuarter(name) ? QuarterKm : NearKm)));

    /// <summary>Whether a place is not meant, since it lies in none of them: the text does not speak of a homonym elsewhere.</summary>
    public bool IsBarred(Place place, FoundName name, IReadOnlyList<(FoundName Name, PlaceMention Mention)> outers) =>
        !LiesIn(place, name, outers) && (outers is [_] || outers[0].Name.Unit) && outers.Any(o => Bars(o.Name, o.Mention, place, name.Folded));

    /// <summary>Whether it is a town in or by which another place lies.</summary>
    public bool IsTownOf(FoundName name, PlaceMention outer) =>
        !name.Unit && outer is { Place: { } town, IsUnknown: false, Precision: PlacePrecision.City } && (town.Population >= LeastTown || town.IsAdminSeat) && IsSetOff(name);

    /// <summary>"Barangay Buenavista, Himamaylan City": the town stands for a part of it that the gazetteer does not have.</summary>
    public PlaceMention Within(FoundName part, PlaceMention named, PlaceMention town) => town with
    {
        First = part.First,
        Written = _document.GapAfter(part.End - 1).Contains('(') ? (part.First, part.End) : null,
        IsLocative = named.IsLocative,
        IsWay = named.IsWay,
        IsRough = named.IsRough,
        IsOfSource = named.IsOfSource,
        Assumption = "the town of a place that the gazetteer does not know",
    };

    /// <summary>Whether one may lie in the other.</summary>
    public static bool AreNear(PlaceMention part, PlaceMention town) => part.Point.DistanceKmTo(town.Point) <= NearKm;

    // "In Ansongo, Bamako sent troops" tells of two towns; one that only says where another lies is set off.
    private bool IsSetOff(FoundName name)
    {
        int end = name.End < name.Sentence.End && _document.JoinsNext(name.End - 1) && analysis.Is(name.End, WordClass.PlaceNoun) ? name.End + 1 : name.End;
        return end >= name.Sentence.End || _document.GapAfter(end - 1).ContainsAny(Stops) || analysis.Is(end, WordClass.Prep | WordClass.And | WordClass.Locative);
    }

    // Regions that texts name may reach over several units of the gazetteer, and it counts some places to the next unit, or to none.
    private bool Bars(FoundName name, PlaceMention outer, Place place, string folded) => name.Unit
        ? outer is { Place: not null, IsUnknown: false } && !areas.IsRegion(name.Folded) && (outer.CountryCode == place.CountryCode || areas.IsFirstOrder(name.Folded))
            && place is { Population: < KnownBesideUnit, Admin1: not null } && KmTo(outer, place) > (NameFolding.Fold(place.Name) == folded ? FarKm : NearKm)
        : place.Population < KnownBesideTown && IsTownOf(name, outer);

    private bool IsQuarter(FoundName name) => name.First > name.Sentence.First && analysis.GrammarAt(name.First - 1, name.First, "Quarter").Entry is not null;

    private static double KmTo(PlaceMention outer, Place place) => outer.Point.DistanceKmTo(place.Point);

    private static bool IsOf(string unit, PlaceMention seat, Place place) =>
        AdminAreas.Contains(unit, place) || (seat.Place is { Admin1: { } admin } town && (town.IsFirstOrderSeat || town.IsCapital) && place.Admin1 == admin);

    private bool OpensOuter(FoundName inner, int first)
    {
        int at = inner.End;
        while (at < first && _document.JoinsNext(at - 1) && (analysis.Is(at, WordClass.AdminAfter) || analysis.GrammarAt(at, first, "LocalAfter").Entry is not null)) at++;
        if (first - at > MostBetween || _document.GapAfter(at - 1) is not (", " or " (" or ",\n")) return false;
        while (at < first)
        {
            (Entry? unit, int count) = analysis.GrammarAt(at, first, "AdminBefore", "LocalBefore", "Settlement");
            if (unit is null && !analysis.Is(at, WordClass.Locative | WordClass.Det | WordClass.Of | WordClass.PlaceNoun)) return false;
            at += Math.Max(1, count);
            if (!_document.JoinsNext(at - 1)) return false;
        }

        return true;
    }
}
