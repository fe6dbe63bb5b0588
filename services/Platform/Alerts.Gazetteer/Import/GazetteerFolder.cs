using Alerts.Gazetteer.Format;
using Alerts.Terms;

namespace Alerts.Gazetteer.Import;

/// <summary>The places of an operator, in layers over the built-in ones: a folder <c>gazetteer</c> in the data folder.</summary>
/// <remarks>
/// Invariant: <c>places.bin</c> is the built-in gazetteer with every layer laid over it, and is replaced whole or not at all. Each layer is a place
/// file of its own beside it, so that a new version of the program lays them over its own places again. Imports take turns; a server that runs
/// goes on with what it has loaded.
/// </remarks>
public sealed class GazetteerFolder
{
    private const string Merged = "places.bin";
    private const string LayerEnd = ".layer";

    // Marks the built-in places that the merged file was made of, behind its sections.
    private const int StampBytes = 32;

    // Two places of one name no farther apart are one town.
    private const double OneTownKm = 25;

    private readonly string _path;

    /// <summary>Names the folder; touches nothing.</summary>
    /// <param name="dataFolder">The data folder.</param>
    public GazetteerFolder(string dataFolder) => _path = Path.Combine(dataFolder, "gazetteer");

    /// <summary>The layers, by name, in the order in which they are laid; the last has the last word.</summary>
    public IReadOnlyList<string> Layers => Directory.Exists(_path)
        ? [.. Directory.EnumerateFiles(_path, "*" + LayerEnd).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Loads the gazetteer: the merged file where there is one, else the built-in places.</summary>
    /// <returns>A new index; takes some tens of milliseconds, and some seconds once after an update of the program.</returns>
    /// <exception cref="InvalidDataException">A file in the folder is damaged; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be read, or cannot be written after an update.</exception>
    public PlaceIndex Load()
    {
        string merged = Path.Combine(_path, Merged);
        if (!File.Exists(merged)) return PlaceIndex.Load();
        byte[] bytes = File.ReadAllBytes(merged);
        if (bytes.Length > StampBytes && bytes.AsSpan(^StampBytes..).SequenceEqual(PlaceIndex.BuiltInDigest())) return PlaceIndex.Of(bytes);
        using FileStream turn = TakeTurn();
        return PlaceIndex.Of(Merge(PlaceIndex.BuiltIn()));
    }

    /// <summary>Puts a layer in the place of the one of the same name, and lays all layers anew.</summary>
    /// <param name="layer">Letters, digits and dashes, such as <c>geonames-ML</c>.</param>
    /// <param name="places">Its places; ids are distinct.</param>
    /// <returns>Whether anything changed: the same places again change nothing.</returns>
    /// <exception cref="IOException">The folder cannot be written; what was there before stands.</exception>
    public bool Put(string layer, IReadOnlyList<ImportedPlace> places)
    {
        ArgumentException.ThrowIfNullOrEmpty(layer);
        ArgumentNullException.ThrowIfNull(places);
        byte[] builtIn = PlaceIndex.BuiltIn();
        PlaceIndex known = PlaceIndex.Of(builtIn);
        byte[] bytes = PlaceFileWriter.Write(places.Select(p => Packed(p, known)), new Dictionary<string, string>());
        Directory.CreateDirectory(_path);
        using FileStream turn = TakeTurn();
        string file = Path.Combine(_path, layer + LayerEnd);
        if (File.Exists(file) && File.Exists(Path.Combine(_path, Merged)) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes)) return false;
        Replace(file, bytes);
        Merge(builtIn);
        return true;
    }

    private byte[] Merge(byte[] builtIn)
    {
        var ground = new PlaceFile(builtIn);
        var byId = new Dictionary<int, SourcePlace>();
        foreach (SourcePlace place in PlaceFileReader.Places(ground)) byId[place.Id] = place;
        foreach (string layer in Layers)
        {
            foreach (SourcePlace place in PlaceFileReader.Places(Open(layer)))
                byId[place.Id] = byId.TryGetValue(place.Id, out SourcePlace? before) ? Over(before, place) : place;
        }

        LeaveToGeoNames(byId);
        byte[] bytes = [.. PlaceFileWriter.Write(byId.Values, PlaceFileReader.Neighbours(ground)), .. PlaceIndex.BuiltInDigest()];
        Replace(Path.Combine(_path, Merged), bytes);
        return bytes;
    }

    // A town that only the supplement had, and that a country file now brings: one of them is enough.
    private static void LeaveToGeoNames(Dictionary<int, SourcePlace> places)
    {
        SourcePlace[] supplement = [.. places.Values.Where(p => SupplementIds.Has(p.Id))];
        HashSet<string> called = [.. supplement.Select(p => NameFolding.Fold(p.Name))];
        ILookup<string, SourcePlace> others = places.Values.Where(p => p.Id < SupplementIds.First).SelectMany(p => p.OtherNames.Prepend(p.Name).Select(NameFolding.Fold).Distinct().Where(called.Contains), (p, name) => (p, name)).ToLookup(x => x.name, x => x.p);
        foreach (SourcePlace town in supplement.Where(t => others[NameFolding.Fold(t.Name)].Any(p => p.Country == t.Country && PointOf(p).DistanceKmTo(PointOf(t)) <= OneTownKm))) places.Remove(town.Id);
    }

    private static GeoPoint PointOf(SourcePlace place) => new(place.Latitude / CellGrid.UnitsPerDegree, place.Longitude / CellGrid.UnitsPerDegree);

    // Names add up; what the file leaves out stays as it was.
    private static SourcePlace Over(SourcePlace before, SourcePlace place) => place with
    {
        OtherNames = [.. place.OtherNames, before.Name, .. before.OtherNames],
        Population = place.Population > 0 ? place.Population : before.Population,
        Admin1 = place.Admin1 ?? before.Admin1,
        Admin2 = place.Admin2 ?? before.Admin2,
    };

    private PlaceFile Open(string layer)
    {
        try
        {
            return new PlaceFile(File.ReadAllBytes(Path.Combine(_path, layer + LayerEnd)));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"The layer {layer} in {_path} is damaged or of another version: delete it and import its file again.", e);
        }
    }

    private static SourcePlace Packed(ImportedPlace place, PlaceIndex known)
    {
        Place? near = place.CountryCode.Length > 0 && place.TimeZoneId.Length > 0 ? null : known.Nearest(place.Point, ZoneTable.ReachKm)?.Place;
        return new SourcePlace(
            place.Id, place.Name, place.OtherNames, Units(place.Point.Latitude), Units(place.Point.Longitude), place.Population,
            place.CountryCode.Length > 0 ? place.CountryCode : near?.CountryCode ?? "",
            place.FeatureCode,
            place.TimeZoneId.Length > 0 ? place.TimeZoneId : near?.TimeZoneId ?? "Etc/UTC",
            place.Admin1, place.Admin2);
    }

    private static int Units(double degrees) => (int)Math.Round(degrees * CellGrid.UnitsPerDegree);

    private FileStream TakeTurn()
    {
        try
        {
            return new FileStream(Path.Combine(_path, "turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new IOException($"Another import into {_path} is under way; try again when it is done.", e);
        }
    }

    private static void Replace(string file, byte[] bytes)
    {
        string fresh = file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
    }
}
