using System.Text;

namespace Alerts.Gazetteer.Format;

// Unpacks a place file into what PlaceFileWriter packed. Names other than the own one come back folded, as they are compared.
internal static class PlaceFileReader
{
    public static IReadOnlyList<SourcePlace> Places(PlaceFile file)
    {
        var names = new List<string>[file.Ints(Section.Ids).Length];
        new NameTable(file).ForEach((name, ordinal) => (names[ordinal] ??= []).Add(name));
        string[] countries = file.Texts(Section.CountryTable);
        string[] features = file.Texts(Section.FeatureTable);
        string[] zones = file.Texts(Section.ZoneTable);
        string[] admin1 = file.Texts(Section.Admin1Table);
        string[] admin2 = file.Texts(Section.Admin2Table);
        ReadOnlySpan<int> starts = file.Ints(Section.NameStarts);
        var places = new SourcePlace[names.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = new SourcePlace(
                file.Ints(Section.Ids)[i],
                Encoding.UTF8.GetString(file.Bytes(Section.NameText)[starts[i]..starts[i + 1]]),
                names[i] ?? [],
                file.Ints(Section.Latitudes)[i],
                file.Ints(Section.Longitudes)[i],
                file.Ints(Section.Populations)[i],
                countries[file.Bytes(Section.Countries)[i]],
                features[file.Bytes(Section.Features)[i]],
                zones[file.Shorts(Section.Zones)[i]],
                Known(admin1[file.Shorts(Section.Admin1)[i]]),
                Known(admin2[file.Shorts(Section.Admin2)[i]]));
        }

        return places;
    }

    public static IReadOnlyDictionary<string, string> Neighbours(PlaceFile file) =>
        file.Texts(Section.CountryTable).Zip(file.Texts(Section.NeighbourTable)).Where(p => p.Second.Length > 0).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

    private static string? Known(string name) => name.Length > 0 ? name : null;
}
