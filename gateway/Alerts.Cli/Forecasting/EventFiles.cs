using Alerts.Forecast.Ledger;
using Alerts.Terms;

namespace Alerts.Cli.Forecasting;

// Events and cities from CSV files in the reduced layout of UCDP GED and of GeoNames.
internal static class EventFiles
{
    // From this where_precision on UCDP knows no place but a district or more: such events take no part in the forecast.
    private const double FirstVaguePrecision = 4;

    // Columns: id, date, lat, lon, fatalities (best estimate; empty: unknown), where_precision (may be empty).
    public static List<LedgerEvent> ReadEvents(FileInfo file)
    {
        var events = new List<LedgerEvent>();
        using var table = new TableFile(file);
        while (table.Read())
        {
            if (table.NumberOrNone("where_precision") >= FirstVaguePrecision) continue;
            events.Add(new LedgerEvent(table.Text("id"), Point(table), table.Day("date"), table.NumberOrNone("fatalities") >= 1));
        }

        return events;
    }

    // Columns: geonameid, country, feature, lat, lon, population. Capitals (PPLC) are kept whatever their size. Cities are numbered in the
    // order of the file, since their ids need not be numbers.
    public static (List<ScoredCity> Cities, List<string> Ids) ReadCities(FileInfo file, double minimumPopulation)
    {
        var cities = new List<ScoredCity>();
        var ids = new List<string>();
        using var table = new TableFile(file);
        while (table.Read())
        {
            double population = table.NumberOrNone("population") ?? 0;
            if (population < minimumPopulation && table.Text("feature") != "PPLC") continue;
            cities.Add(new ScoredCity(ids.Count, table.Text("country"), Point(table), (long)population));
            ids.Add(table.Text("geonameid"));
        }

        return (cities, ids);
    }

    // Longitudes beyond the date line are taken back to within ±180 degrees.
    private static GeoPoint Point(TableFile table)
    {
        double longitude = table.Number("lon");
        if (Math.Abs(longitude) > 180) longitude -= 360 * Math.Floor((longitude + 180) / 360);
        var point = new GeoPoint(table.Number("lat"), longitude);
        return point.IsValid ? point : throw table.Bad("lat must be within ±90 degrees");
    }
}
