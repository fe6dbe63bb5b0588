using System.Security.Cryptography;
using System.Text;
using Alerts.Gazetteer.Format;
using Alerts.Terms;

namespace Alerts.Gazetteer;

/// <summary>The populated places of the world with at least 500 inhabitants, the seats of administrative units, and the smaller towns of countries in crisis, by id, name and position.</summary>
/// <remarks>
/// An operator lays country files and own sites over them: <see cref="Import.GazetteerFolder"/>.
/// Data: GeoNames (geonames.org), licensed CC BY 4.0, cities500 of March 2023, and towns that reports name; see the folder's README.
/// Immutable and thread safe; load once and share. Reads the file in place: about 19 MB, no object per place.
/// </remarks>
public sealed class PlaceIndex
{
    /// <summary>Inhabitants from which a place is scored whatever its rank.</summary>
    public const int ScoredPopulation = 15_000;

    private const string Resource = "places.bin";

    // Radii that Nearest tries one after the other, kilometres: most places that people ask about have another within the first.
    private const double FirstRadiusKm = 10;
    private const double RadiusGrowth = 4;

    private readonly CellGrid _grid;
    private readonly NameTable _names;
    private readonly ZoneTable _zones;
    private readonly string[] _countries;
    private readonly string[] _features;
    private readonly Dictionary<string, IReadOnlyList<string>> _neighbours;

    private PlaceIndex(PlaceFile file)
    {
        File = file;
        _grid = new CellGrid(file.Ints(Section.Latitudes), file.Ints(Section.Longitudes));
        _names = new NameTable(file);
        _zones = new ZoneTable(file.Texts(Section.ZoneTable));
        _countries = file.Texts(Section.CountryTable);
        _features = file.Texts(Section.FeatureTable);
        _neighbours = _countries.Zip(file.Texts(Section.NeighbourTable)).ToDictionary(
            pair => pair.First,
            IReadOnlyList<string> (pair) => Array.AsReadOnly(pair.Second.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            StringComparer.OrdinalIgnoreCase);
        Scored = new PlaceSelection(this, place => place.IsScored);
        Sites = new PlaceSelection(this, place => place.IsSite);
    }

    /// <summary>How many places there are.</summary>
    public int Count => File.Ints(Section.Ids).Length;

    /// <summary>Every place of <see cref="ScoredPopulation"/> inhabitants or more, every capital and every admin seat of any order; by position. See <see cref="Place.IsScored"/>.</summary>
    public IReadOnlyList<Place> Scored { get; }

    /// <summary>Every own site that an operator imported; by position. See <see cref="Place.IsSite"/>.</summary>
    public IReadOnlyList<Place> Sites { get; }

    /// <summary>Most words that a name of the gazetteer is made of when a text is scanned for names; longer ones are too rare to look for.</summary>
    public static int MaxNameWords => 6;

    internal PlaceFile File { get; }

    /// <summary>Loads the places that ship with the program.</summary>
    /// <returns>A new index; takes some tens of milliseconds.</returns>
    /// <exception cref="InvalidDataException">The embedded file is not one of this version.</exception>
    public static PlaceIndex Load() => Of(BuiltIn());

    internal static PlaceIndex Of(byte[] bytes) => new(new PlaceFile(bytes));

    internal static byte[] BuiltIn()
    {
        using Stream stream = OpenBuiltIn();
        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(bytes);
        return bytes;
    }

    // Which built-in places these are, without holding them.
    internal static byte[] BuiltInDigest()
    {
        using Stream stream = OpenBuiltIn();
        return SHA256.HashData(stream);
    }

    /// <summary>The place of a GeoNames id; null when the gazetteer has none.</summary>
    public Place? Find(int geonameId)
    {
        ReadOnlySpan<int> ids = File.Ints(Section.Ids);
        ReadOnlySpan<int> order = File.Ints(Section.IdOrder);
        int low = 0;
        int high = order.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int id = ids[order[middle]];
            if (id == geonameId) return new Place(this, order[middle]);
            if (id < geonameId) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>Places that bear a name, as their own or as an alternate one, in any script.</summary>
    /// <param name="name">The name; compared by <see cref="NameFolding.Fold"/>, whole.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2 in any case, to take places of that country only; null for all.</param>
    /// <returns>
    /// Capitals first; then places whose own name it is, before those that list it among their alternate names, which hold airport codes
    /// and old spellings; then seats of first-order units; then by population, largest first. Empty when unknown.
    /// </returns>
    public IReadOnlyList<Place> FindByName(string name, string? countryCode)
    {
        string folded = NameFolding.Fold(name);
        var ordinals = new List<int>();
        _names.Collect(folded, ordinals);
        return
        [
            .. ordinals.Select(ordinal => new Place(this, ordinal))
                .Where(p => countryCode is null || string.Equals(p.CountryCode, countryCode, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(p => p.IsCapital).ThenByDescending(p => NameFolding.Fold(p.Name) == folded)
                .ThenByDescending(p => p.IsFirstOrderSeat).ThenByDescending(p => p.Population).ThenBy(p => p.GeonameId),
        ];
    }

    /// <summary>Places of which a name, their own or an alternate one, begins with what was typed so far, in any script.</summary>
    /// <param name="prefix">The beginning; compared by <see cref="NameFolding.Fold"/>. Of one or two letters there are thousands of names, which takes some milliseconds.</param>
    /// <param name="countryCode">As in <see cref="FindByName"/>.</param>
    /// <param name="limit">Most places, at least 1.</param>
    /// <param name="accepts">Which places count; null for all.</param>
    /// <returns>
    /// Places whose own name is the prefix first, then places that list it as a whole among their names; then capitals, and by population, largest
    /// first; each once. Empty when nothing begins so, or when the prefix has no letter and no digit.
    /// </returns>
    public IReadOnlyList<FoundName> FindByPrefix(string prefix, string? countryCode, int limit, Func<Place, bool>? accepts = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        string folded = NameFolding.Fold(prefix);
        if (folded.Length == 0) return [];
        // Of several names of a place the shortest is the nearest to what was typed.
        var shortest = new Dictionary<int, string>();
        _names.ForEach(folded, (name, ordinal) =>
        {
            if (!shortest.TryGetValue(ordinal, out string? known) || name.Length < known.Length) shortest[ordinal] = name;
        });
        return
        [
            .. shortest.Select(pair => (Place: new Place(this, pair.Key), Name: pair.Value))
                .Where(f => (countryCode is null || string.Equals(f.Place.CountryCode, countryCode, StringComparison.OrdinalIgnoreCase)) && (accepts is null || accepts(f.Place)))
                .OrderByDescending(f => f.Name == folded).ThenByDescending(f => f.Place.IsCapital).ThenByDescending(f => f.Place.Population).ThenBy(f => f.Place.GeonameId)
                .Take(limit).Select(f => Found(f.Place, f.Name, folded)).OrderByDescending(f => f.OtherName is null && NameFolding.Fold(f.Place.Name) == folded),
        ];
    }

    /// <summary>The same places as <see cref="FindByName"/> in no order, for readers that weigh them anyhow: no name is decoded.</summary>
    /// <param name="foldedName">A name as <see cref="NameFolding.Fold"/> gives it.</param>
    public IReadOnlyList<Place> Bearing(ReadOnlySpan<char> foldedName)
    {
        var ordinals = new List<int>();
        _names.Collect(foldedName, ordinals);
        return ordinals.ConvertAll(ordinal => new Place(this, ordinal));
    }

    /// <summary>Whether any place bears the name. Fast enough to ask for every run of words of a text.</summary>
    /// <param name="foldedName">A name as <see cref="NameFolding.Fold"/> gives it.</param>
    public bool IsName(ReadOnlySpan<char> foldedName) => _names.Contains(foldedName);

    /// <summary>Places whose centre is within a distance, the edge included; nearest first, equal distances by id. Quarters without a figure and an organisation's own sites are left out.</summary>
    /// <param name="point">Where to look; must be valid.</param>
    /// <param name="radiusKm">Kilometres, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point or the radius is out of range.</exception>
    public IReadOnlyList<PlaceDistance> Within(GeoPoint point, double radiusKm)
    {
        CheckRange(point, radiusKm);
        var found = new List<PlaceDistance>();
        foreach ((int start, int end) in _grid.Runs(point, radiusKm))
        {
            for (int ordinal = start; ordinal < end; ordinal++)
            {
                double km = point.DistanceKmTo(PointAt(ordinal));
                if (km <= radiusKm && new Place(this, ordinal).IsTown) found.Add(new PlaceDistance(new Place(this, ordinal), km));
            }
        }

        found.Sort(static (a, b) => a.Km != b.Km ? a.Km.CompareTo(b.Km) : a.Place.GeonameId.CompareTo(b.Place.GeonameId));
        return found;
    }

    /// <summary>The nearest place within a distance; null when there is none.</summary>
    /// <param name="point">Where to look; must be valid.</param>
    /// <param name="maxKm">Kilometres, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The point or the distance is out of range.</exception>
    public PlaceDistance? Nearest(GeoPoint point, double maxKm)
    {
        CheckRange(point, maxKm);
        for (double radius = Math.Min(FirstRadiusKm, maxKm); ; radius = Math.Min(radius * RadiusGrowth, maxKm))
        {
            if (NearestWithin(point, radius) is { } found) return found;
            if (radius >= maxKm) return null;
        }
    }

    // The first of Within, without making the others.
    private PlaceDistance? NearestWithin(GeoPoint point, double radiusKm)
    {
        PlaceDistance? nearest = null;
        double most = radiusKm;
        ReadOnlySpan<int> latitudes = File.Ints(Section.Latitudes);
        foreach ((int start, int end) in _grid.Runs(point, radiusKm))
        {
            for (int ordinal = start; ordinal < end; ordinal++)
            {
                // So far apart in latitude alone: most places of a cell, without their distance.
                if (Math.Abs((latitudes[ordinal] / CellGrid.UnitsPerDegree) - point.Latitude) * CellGrid.KmPerDegree > most) continue;
                double km = point.DistanceKmTo(PointAt(ordinal));
                if (km > most || !new Place(this, ordinal).IsTown) continue;
                var place = new Place(this, ordinal);
                if (nearest is { } best && best.Km == km && best.Place.GeonameId < place.GeonameId) continue;
                nearest = new PlaceDistance(place, km);
                most = km;
            }
        }

        return nearest;
    }

    /// <summary>The time zone of a place.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data: install the package tzdata.</exception>
    public TimeZoneInfo ZoneOf(Place place) => _zones.Zone(File.Shorts(Section.Zones)[place.Ordinal]);

    /// <summary>Hours and minutes that local time is ahead of UTC, at a point, at an instant.</summary>
    /// <remarks>By the zone of the nearest place within 300 km; at sea and in deserts beyond that, by longitude: one hour every 15 degrees.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The point is not valid.</exception>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public TimeSpan OffsetAt(GeoPoint point, DateTimeOffset instant) =>
        Nearest(point, ZoneTable.ReachKm) is { } near
            ? ZoneOf(near.Place).GetUtcOffset(instant)
            : TimeSpan.FromHours(Math.Round(point.Longitude / ZoneTable.DegreesPerHour));

    /// <summary>The calendar day that people at a point have at an instant, by <see cref="OffsetAt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not valid, or the local date is outside the calendar.</exception>
    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data.</exception>
    public DateOnly LocalDate(GeoPoint point, DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(OffsetAt(point, instant)).DateTime);

    /// <summary>Countries that share a land border with a country.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2, any case.</param>
    /// <returns>Codes in alphabetic order; empty for islands and unknown codes. Own compilation; disputed borders count.</returns>
    public IReadOnlyList<string> NeighboursOf(string countryCode) => _neighbours.GetValueOrDefault(countryCode, []);

    internal GeoPoint PointAt(int ordinal) => new(
        File.Ints(Section.Latitudes)[ordinal] / CellGrid.UnitsPerDegree,
        File.Ints(Section.Longitudes)[ordinal] / CellGrid.UnitsPerDegree);

    internal string NameAt(int ordinal)
    {
        ReadOnlySpan<int> starts = File.Ints(Section.NameStarts);
        return Encoding.UTF8.GetString(File.Bytes(Section.NameText)[starts[ordinal]..starts[ordinal + 1]]);
    }

    internal string CountryAt(int ordinal) => _countries[File.Bytes(Section.Countries)[ordinal]];

    internal string FeatureAt(int ordinal) => _features[File.Bytes(Section.Features)[ordinal]];

    internal string ZoneIdAt(int ordinal) => _zones.Id(File.Shorts(Section.Zones)[ordinal]);

    internal string? AdminAt(Section column, Section table, int ordinal) =>
        File.Text(table, File.Shorts(column)[ordinal]) is { Length: > 0 } name ? name : null;

    // An alternate name is worth a word only where the own one does not begin so.
    private static FoundName Found(Place place, string name, string folded) =>
        new(place, NameFolding.Fold(place.Name).StartsWith(folded, StringComparison.Ordinal) ? null : name);

    private static Stream OpenBuiltIn() => typeof(PlaceIndex).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidDataException("The program was built without its place file.");

    private static void CheckRange(GeoPoint point, double km)
    {
        if (!point.IsValid) throw new ArgumentOutOfRangeException(nameof(point), point, "Latitude must be within ±90, longitude within ±180 degrees.");
        if (!(km >= 0)) throw new ArgumentOutOfRangeException(nameof(km), km, "A distance is at least 0 km.");
    }
}
