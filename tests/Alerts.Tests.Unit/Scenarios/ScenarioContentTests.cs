using System.Globalization;
using Alerts.AllInOne.Scenarios;
using Alerts.Tests.Unit.Gazetteer;
using Alerts.V1;
using Xunit;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Tests.Unit.Scenarios;

// What every scenario that ships must hold, whoever edits its file.
public sealed class ScenarioContentTests(PlacesFixture fixture) : IClassFixture<PlacesFixture>
{
    private const double PlausibleKm = 60;

    public static TheoryData<string, string, string> Cities => new()
    {
        { "bamako-2024", "Bamako", "ML" },
        { "bamako-2025", "Bamako", "ML" },
        { "gao-rumour", "Gao", "ML" },
        { "mogadishu-week", "Mogadishu", "SO" },
    };

    [Theory]
    [MemberData(nameof(Cities))]
    public void Reports_AreExercises(string name, string city, string country)
    {
        Assert.All(Reports(name), r => Assert.True(r.Report.Exercise, $"{r.Id} near {city}, {country}"));
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void Places_LieNearTheCity(string name, string city, string country)
    {
        Scenario scenario = new ScenarioCatalog().Load(name);
        Place centre = fixture.Places.FindByName(city, country)[0];

        Assert.Equal(centre.TimeZoneId, scenario.TimeZone);
        Assert.All(scenario.History, h => Assert.InRange(centre.Point.DistanceKmTo(new(h.Latitude, h.Longitude)), 0, PlausibleKm));
        // A blockade happens far from the city that it is laid on.
        Assert.All(Reports(name).Where(r => r.Report.Access.Count == 0).SelectMany(r => r.Report.Sites).Where(s => s.Reference.Point is not null), s => Assert.InRange(
            centre.Point.DistanceKmTo(new(s.Reference.Point.Latitude, s.Reference.Point.Longitude)), 0, PlausibleKm));
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void History_IsSourcedLethalAndCovered(string name, string city, string country)
    {
        Scenario scenario = new ScenarioCatalog().Load(name);
        CountryCoverage coverage = Assert.Single(scenario.Coverage);

        Assert.Equal(country, coverage.CountryCode);
        Assert.All(scenario.History, h =>
        {
            Assert.False(string.IsNullOrWhiteSpace(h.Source), $"{city}: {h.RecordId}");
            Assert.Equal(country, h.CountryCode);
            Assert.True(h.Killed >= 1);
            Assert.Equal(Alerts.V1.TimePrecision.Day, h.TimePrecision);
            Assert.InRange(Day(h.LocalDate), Day(coverage.From), Day(coverage.Through));
        });
        // A level needs three years of history that end at most 90 days ago (the design's rule for coverage).
        DateOnly start = DateOnly.FromDateTime(scenario.Start.UtcDateTime);
        Assert.True(Day(coverage.From) <= start.AddYears(-3));
        Assert.True(Day(coverage.Through) >= start.AddDays(-90));
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void Steps_AreInOrderWithinTheClock(string name, string city, string country)
    {
        Scenario scenario = new ScenarioCatalog().Load(name);

        Assert.Equal(scenario.Steps.OrderBy(s => s.At), scenario.Steps);
        Assert.All(scenario.Steps, s => Assert.InRange(s.At, scenario.Start, scenario.End));
        Assert.All(scenario.Steps, s => Assert.False(string.IsNullOrWhiteSpace(s.Note), $"{city}, {country}"));
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void References_Resolve(string name, string city, string country)
    {
        Scenario scenario = new ScenarioCatalog().Load(name);
        HashSet<string> ids = [];
        foreach (ScenarioStep step in scenario.Steps)
        {
            if (step is ReportStep report) Assert.True(ids.Add(report.Id), $"{city}, {country}");
            if (step is RetractStep retraction) Assert.Contains(retraction.ReportId, ids);
            if (step is ClearStep clear) Assert.Contains(clear.IncidentOf, ids);
        }
    }

    [Theory]
    [MemberData(nameof(Cities))]
    public void Reports_SayNothingOfTheFuture(string name, string city, string country)
    {
        Assert.All(Reports(name), step =>
        {
            Report report = step.Report;
            DateTimeOffset start = report.Occurred.StartTime?.ToDateTimeOffset() ?? new DateTimeOffset(Day(report.Occurred.LocalDate), TimeOnly.MinValue, TimeSpan.Zero);
            Assert.True(start <= step.At, $"{step.Id}, {city}, {country}");
            if (report.Occurred.LastActTime is { } last) Assert.InRange(last.ToDateTimeOffset(), start, step.At);
            if (report.Source.StatementTime is { } said) Assert.True(said.ToDateTimeOffset() <= step.At);
            Assert.NotEqual(Report.TypeOneofCase.None, report.TypeCase);
            Assert.NotEqual(Alerts.V1.TlpLabel.Unspecified, report.Tlp);
            Assert.NotEmpty(report.Text);
        });
    }

    private static ReportStep[] Reports(string name) => [.. new ScenarioCatalog().Load(name).Steps.OfType<ReportStep>()];

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
