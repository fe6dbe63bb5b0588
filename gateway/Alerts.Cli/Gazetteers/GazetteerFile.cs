using System.IO.Compression;
using Alerts.Feeds.Places;
using Alerts.Gazetteer.Import;

namespace Alerts.Cli.Gazetteers;

// A file of places as operators have it: a country file of GeoNames (plain or in its zip), or a list of sites. Read whole, then checked.
internal static class GazetteerFile
{
    // Beyond the largest country's file.
    private const long MostBytes = 1L << 30;

    // The layers that it makes, by name, and how many rows were left out.
    public static (IReadOnlyList<(string Layer, IReadOnlyList<ImportedPlace> Places)> Layers, int LeftOut) Read(FileInfo file, IProgress<double> progress)
    {
        using Stream stream = Open(file, out long length);
        string list = "sites-" + Clean(Path.GetFileNameWithoutExtension(file.Name));
        switch (file.Extension.ToLowerInvariant())
        {
            case ".geojson" or ".json":
                return ([(list, SiteReader.ReadGeoJson(stream, list))], 0);
            case ".csv":
                using (var csv = new StreamReader(stream)) return ([(list, SiteReader.ReadCsv(csv, list))], 0);
            default:
                using (var text = new StreamReader(stream))
                {
                    // A line of a country file has about 130 bytes.
                    (IReadOnlyList<ImportedPlace> places, int leftOut) = GeoNamesReader.Read(text, new Lines(progress, Math.Max(1, length / 130.0)));
                    return ([.. places.GroupBy(p => p.CountryCode).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => ($"geonames-{g.Key}", (IReadOnlyList<ImportedPlace>)[.. g.DistinctBy(p => p.Id)]))], leftOut);
                }
        }
    }

    private static Stream Open(FileInfo file, out long length)
    {
        length = file.Length;
        if (length > MostBytes) throw new GazetteerFormatException($"The file is larger than {MostBytes} bytes; import it country by country.");
        if (!file.Extension.Equals(".zip", StringComparison.OrdinalIgnoreCase)) return file.OpenRead();
        ZipArchive archive = ZipFile.OpenRead(file.FullName);
        // GeoNames puts a readme beside the file.
        ZipArchiveEntry entry = archive.Entries.Where(e => !e.Name.StartsWith("readme", StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length)
            ?? throw new GazetteerFormatException("The zip file is empty.");
        length = entry.Length;
        if (length > MostBytes) throw new GazetteerFormatException($"The zip file unpacks to more than {MostBytes} bytes.");
        return entry.Open();
    }

    private static string Clean(string name)
    {
        string clean = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return clean.Length > 0 ? clean : "list";
    }

    private sealed class Lines(IProgress<double> progress, double expected) : IProgress<int>
    {
        public void Report(int value) => progress.Report(Math.Min(1, value / expected));
    }
}
