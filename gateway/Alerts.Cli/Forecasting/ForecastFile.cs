using System.Globalization;
using Alerts.Forecast.BackTest;

namespace Alerts.Cli.Forecasting;

// Every probability of a back-test as CSV: dataset, geonameid, origin, p.
internal static class ForecastFile
{
    public static void Write(FileInfo file, string dataset, IReadOnlyList<string> ids, BackTestOutcome outcome)
    {
        using StreamWriter csv = file.CreateText();
        csv.NewLine = "\n";
        csv.WriteLine("dataset,geonameid,origin,p");
        for (int week = 0; week < outcome.Origins.Count; week++)
        {
            string origin = outcome.Origins[week].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            for (int city = 0; city < ids.Count; city++)
                csv.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dataset},{ids[city]},{origin},{outcome.Forecasts[week][city]:0.######}"));
        }
    }
}
