using System.Diagnostics;
using Alerts.Feeds.Ucdp;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Terms;

namespace Alerts.Benchmarks;

/// <summary>
/// Streams whole files of events, in order of date, through the live ledger, and asks it every Monday for both horizons of every scored city of the countries in the files, with all that past
/// forecasts have taught. One thread. Every event counts as live: the sums of all cities around it are kept up to date from the first on.
/// </summary>
internal static class StreamTable
{
    private const int WeekDays = 7;

    public static void Write(IReadOnlyList<string> files)
    {
        PlaceIndex places = PlaceIndex.Load();
        var events = new List<LedgerEvent>();
        var countries = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            using FileStream bytes = File.OpenRead(file);
            foreach (var row in UcdpReader.Read(bytes).Select(r => r.Row).OfType<Feeds.HistoricRow>())
            {
                if (row.Killed is not { } killed || row.PlacePrecision > PlacePrecision.City) continue;
                events.Add(new LedgerEvent(row.RecordId, row.Point, row.LocalDate, killed > 0));
                countries.Add(row.CountryCode);
            }
        }

        events.Sort(static (a, b) => a.LocalDay != b.LocalDay ? a.LocalDay.CompareTo(b.LocalDay) : string.CompareOrdinal(a.IncidentId, b.IncidentId));
        ScoredCity[] cities = [.. places.Scored.Where(p => countries.Contains(p.CountryCode)).Select(p => new ScoredCity(p.GeonameId, p.CountryCode, p.Point, p.Population))];
        Console.WriteLine($"{events.Count:N0} events of {countries.Count} countries, {events[0].LocalDay} to {events[^1].LocalDay}; {cities.Length:N0} cities.");
        Stream(events, cities);
    }

    private static void Stream(List<LedgerEvent> events, ScoredCity[] cities)
    {
        var ledger = new EventLedger(ForecastParameters.LoadDefault(), cities);
        var forecaster = new Forecaster(ledger);
        var costs = new double[events.Count];
        long began = Stopwatch.GetTimestamp();
        int next = 0;
        long scores = 0;
        double sum = 0;
        int first = events[0].LocalDay.DayNumber / WeekDays * WeekDays;
        for (int monday = first; monday <= events[^1].LocalDay.DayNumber + WeekDays; monday += WeekDays)
        {
            for (; next < events.Count && events[next].LocalDay.DayNumber < monday; next++)
            {
                long before = Stopwatch.GetTimestamp();
                ledger.Put(events[next]);
                costs[next] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
            }

            var morning = new DateTimeOffset(DateOnly.FromDayNumber(monday), TimeOnly.MinValue, TimeSpan.Zero);
            foreach (ScoredCity city in cities)
            {
                sum += forecaster.Probability(city.GeonameId, morning, TimeSpan.Zero, Horizon.Days30);
                sum += forecaster.Probability(city.GeonameId, morning, TimeSpan.Zero, Horizon.Days7);
                scores += 2;
            }
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(costs);
        double At(double part) => costs[(int)(part * (costs.Length - 1))];
        Console.WriteLine($"An event: median {At(0.5):0.0} µs, p90 {At(0.9):0.0}, p99 {At(0.99):0.0}, mean {costs.Average():0.0}.");
        Console.WriteLine($"All of it, with {scores:N0} scores: {seconds:0.0} s; mean probability {sum / scores:0.0000}.");
    }
}
