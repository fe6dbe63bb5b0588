using System.Globalization;
using System.Text.Json;
using Alerts.Gazetteer.Import;
using Alerts.Terms;
using Sylvan.Data.Csv;

namespace Alerts.Feeds.Places;

/// <summary>Reads an organisation's own sites: offices, warehouses, field sites, and the names that its staff use. Stateless and thread safe.</summary>
/// <remarks>
/// CSV with a header, UTF-8, comma or semicolon: <c>name</c>, <c>latitude</c>, <c>longitude</c> in degrees (WGS 84), and if wanted <c>country</c> (ISO 3166-1 alpha-2, else
/// that of the nearest place) and <c>other_names</c> (separated by <c>|</c>). Or GeoJSON (RFC 7946): a FeatureCollection of points with the same names as properties;
/// <c>other_names</c> may be an array.
/// </remarks>
public static class SiteReader
{
    /// <summary>Most sites of one list.</summary>
    public const int MostSites = 50_000;

    private const int LongestName = 200;

    /// <summary>Reads a CSV file.</summary>
    /// <param name="text">The file; not disposed.</param>
    /// <param name="list">Name of the list, which the sites' ids hang on.</param>
    /// <returns>The sites.</returns>
    /// <exception cref="GazetteerFormatException">A line is wrong, a column is missing, or there is no site.</exception>
    public static IReadOnlyList<ImportedPlace> ReadCsv(TextReader text, string list)
    {
        using CsvDataReader csv = CsvDataReader.Create(text, new CsvDataReaderOptions { OwnsReader = false });
        string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i).Trim().ToLowerInvariant())];
        int name = Column("name"), latitude = Column("latitude", "lat"), longitude = Column("longitude", "lon", "lng");
        int country = Array.IndexOf(header, "country"), others = Array.IndexOf(header, "other_names");
        var sites = new SiteList(list);
        try
        {
            while (csv.Read())
            {
                sites.Add(
                    csv.RowNumber + 1, csv.GetString(name), Degrees(csv.GetString(latitude)), Degrees(csv.GetString(longitude)),
                    country < 0 ? "" : csv.GetString(country), others < 0 ? [] : csv.GetString(others).Split('|'));
            }
        }
        catch (CsvFormatException e)
        {
            throw new GazetteerFormatException($"The file is not CSV from line {csv.RowNumber + 2} on: {e.Message}");
        }

        return sites.Finish();

        int Column(params string[] names)
        {
            int at = Array.FindIndex(header, h => names.Contains(h));
            return at >= 0 ? at : throw new GazetteerFormatException($"The first line must name the columns; \"{names[0]}\" is missing.");
        }
    }

    /// <summary>Reads a GeoJSON file.</summary>
    /// <param name="json">The file; not disposed.</param>
    /// <param name="list">Name of the list, which the sites' ids hang on.</param>
    /// <returns>The sites.</returns>
    /// <exception cref="GazetteerFormatException">A feature is wrong, numbered from 1, or there is none.</exception>
    public static IReadOnlyList<ImportedPlace> ReadGeoJson(Stream json, string list)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array)
                throw new GazetteerFormatException("The file is not a FeatureCollection of GeoJSON.");
            var sites = new SiteList(list);
            int number = 0;
            foreach (JsonElement feature in features.EnumerateArray()) Add(feature, ++number, sites);
            return sites.Finish();
        }
        catch (JsonException e)
        {
            throw new GazetteerFormatException($"The file is not JSON: {e.Message}");
        }
    }

    private static void Add(JsonElement feature, int number, SiteList sites)
    {
        (double latitude, double longitude) = (double.NaN, double.NaN);
        if (Member(feature, "geometry") is { } geometry && Text(geometry, "type") == "Point" && Member(geometry, "coordinates") is { ValueKind: JsonValueKind.Array } position
            && position.GetArrayLength() >= 2 && position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number)
            (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        JsonElement properties = Member(feature, "properties") ?? default;
        string[] others = Member(properties, "other_names") switch
        {
            { ValueKind: JsonValueKind.Array } names => [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)],
            { ValueKind: JsonValueKind.String } names => names.GetString()!.Split('|'),
            _ => [],
        };
        sites.Add(number, Text(properties, "name"), latitude, longitude, Text(properties, "country"), others);
    }

    private static JsonElement? Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static double Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) ? degrees : double.NaN;

    // The sites of one file, checked one by one. Not thread safe.
    private sealed class SiteList(string list)
    {
        private readonly List<ImportedPlace> _sites = [];
        private readonly HashSet<int> _taken = [];
        private readonly LineFaults _faults = new();

        public void Add(int line, string name, double latitude, double longitude, string country, IReadOnlyList<string> others)
        {
            var point = new GeoPoint(latitude, longitude);
            string code = country.Trim().ToUpperInvariant();
            string own = name.Trim();
            if (own.Length is 0 or > LongestName || own.Any(char.IsControl)) _faults.Add(line, $"the name must have 1 to {LongestName} characters");
            else if (!point.IsValid) _faults.Add(line, "latitude and longitude must be numbers within ±90 and ±180, as 16.27 and -0.04");
            else if (code.Length > 0 && !CountryCode.IsKnown(code)) _faults.Add(line, $"the country {CountryCode.Refusal(code).TrimEnd('.')}");
            else if (_sites.Count == MostSites) throw new GazetteerFormatException($"A list has at most {MostSites} sites.");
            else _sites.Add(new ImportedPlace(SiteIds.Of(list, own, _taken), own, [.. others.Select(o => o.Trim()).Where(o => o.Length > 0)], point, 0, code, SiteIds.FeatureCode, "", null, null));
        }

        public List<ImportedPlace> Finish()
        {
            _faults.ThrowIfAny();
            return _sites.Count > 0 ? _sites : throw new GazetteerFormatException("The file has no site in it.");
        }
    }
}
