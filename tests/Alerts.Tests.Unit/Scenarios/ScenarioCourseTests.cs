using System.Globalization;
using Alerts.AllInOne.Scenarios;
using Alerts.Terms;
using Alerts.V1;
using Xunit;
using GeoPoint = Alerts.Terms.GeoPoint;

namespace Alerts.Tests.Unit.Scenarios;

// The files are written against the rules of folding and of ringing again; these tests keep an edit from breaking that by accident.
public sealed class ScenarioCourseTests
{
    // Which reports make one incident: 3 km between any two sites, 3 hours between starts, same family (design, ingest).
    private const double JoinKm = 3;
    private static readonly TimeSpan JoinTime = TimeSpan.FromHours(3);

    // Fire after a lull this long is renewed and rings again (design, acute rules).
    private static readonly TimeSpan Lull = TimeSpan.FromHours(2);

    [Fact]
    public void Bamako_FoldsIntoTheAttackTheClosureAndTheAfternoon()
    {
        Assert.Equal(
            [
                "colleague-school guard-both-sites wire-school agency-airport fire-dies-down two-wounded jnim-claim under-control prisoners-shown some-losses toll-77 toll-diplomats",
                "airport-closed",
                "afternoon-fire afternoon-over",
            ],
            Folded("bamako-2024"));
    }

    [Fact]
    public void Gao_FoldsIntoOneRumour() => Assert.Equal(["voice-note same-note-again"], Folded("gao-rumour"));

    [Fact]
    public void Mogadishu_FoldsIntoTheHotelAndThreeSmallIncidents()
    {
        Assert.Equal(
            ["grenade", "hotel-first hotel-radio hotel-toll-1 hotel-claim hotel-over hotel-toll-2", "trader-shot", "land-dispute"],
            Folded("mogadishu-week"));
    }

    [Theory]
    [InlineData("bamako-2024")]
    [InlineData("gao-rumour")]
    [InlineData("mogadishu-week")]
    public void Incidents_HaveNoLullInsideThem(string name)
    {
        foreach (List<ReportStep> incident in Incidents(name))
        {
            DateTimeOffset[] acts = [.. incident.Select(LastAct).Order()];
            Assert.All(acts.Zip(acts.Skip(1)), pair => Assert.True(pair.Second - pair.First < Lull, $"{incident[0].Id}: {pair}"));
        }
    }

    [Fact]
    public void Bamako_SitesAreTwo()
    {
        ReportStep both = Incidents("bamako-2024")[0].Single(r => r.Id == "guard-both-sites");

        Assert.InRange(Points(both.Report)[0].DistanceKmTo(Points(both.Report)[1]), JoinKm, 10);
    }

    [Fact]
    public void Mogadishu_HotelHasOneOrigin()
    {
        Assert.Single(Incidents("mogadishu-week")[1].Select(r => r.Report.Source.RelayedFrom).Distinct());
    }

    [Fact]
    public void Gao_ForwardIsTheSameNote()
    {
        Report[] reports = [.. Incidents("gao-rumour")[0].Select(r => r.Report)];

        Assert.Single(reports.Select(r => (r.Text, r.Source.RelayedFrom)).Distinct());
        Assert.Equal(2, reports.Select(r => r.Source.Name).Distinct().Count());
    }

    // Bands by the cuts 2, 8, 25 and 60 per cent. The country term is left out: it adds a little, and how much depends on the number of cities.
    [Theory]
    [InlineData("bamako-2024", 1_297_281, 0.005, 0.02)]
    [InlineData("gao-rumour", 87_000, 0.025, 0.07)]
    [InlineData("mogadishu-week", 2_587_183, 0.65, 0.95)]
    public void History_PutsTheBandWhereTheScenarioNeedsIt(string name, double population, double low, double high)
    {
        Scenario scenario = new ScenarioCatalog().Load(name);

        Assert.InRange(Probability(scenario, scenario.Start, population), low, high);
        Assert.InRange(Probability(scenario, scenario.End, population), low, high);
    }

    // The 30-day score of the design with its parameters; population as in GeoNames.
    private static double Probability(Scenario scenario, DateTimeOffset at, double population)
    {
        (double HalfLife, double Weight)[] terms = [(7, .398), (30, .426), (90, .318), (365, .279), (1460, .234)];
        DateOnly today = DateOnly.FromDateTime(at.UtcDateTime);
        double[] ages =
        [
            .. scenario.History.Select(h => DateOnly.ParseExact(h.LocalDate, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct()
                .Select(day => (double)(today.DayNumber - day.DayNumber - 1)),
        ];
        double score = -4.582 - (0.077 * (Math.Log10(population) - 4.5));
        foreach ((double halfLife, double weight) in terms)
            score += weight * Math.Log(1 + (4 * ages.Sum(age => Math.Pow(0.5, age / halfLife))));
        return 1 / (1 + Math.Exp(-score));
    }

    private static string[] Folded(string name) => [.. Incidents(name).Select(i => string.Join(' ', i.Select(r => r.Id)))];

    private static List<List<ReportStep>> Incidents(string name)
    {
        var incidents = new List<List<ReportStep>>();
        foreach (ReportStep step in new ScenarioCatalog().Load(name).Steps.OfType<ReportStep>())
        {
            List<List<ReportStep>> fitting = [.. incidents.Where(i => i.Any(other => Joins(step.Report, other.Report)))];
            if (fitting.Count == 0)
            {
                incidents.Add([step]);
                continue;
            }

            fitting[0].Add(step);
            foreach (List<ReportStep> merged in fitting.Skip(1))
            {
                fitting[0].AddRange(merged);
                incidents.Remove(merged);
            }
        }

        return incidents;
    }

    private static bool Joins(Report a, Report b) =>
        Family(a) == Family(b)
        && (a.Occurred.StartTime.ToDateTimeOffset() - b.Occurred.StartTime.ToDateTimeOffset()).Duration() <= JoinTime
        && Points(a).Any(p => Points(b).Any(q => p.DistanceKmTo(q) <= JoinKm));

    private static Alerts.Terms.TypeFamily Family(Report report) => report.TypeCase == Report.TypeOneofCase.LocalType
        ? EventTypes.FamilyOf((Alerts.Terms.LocalType)report.LocalType)
        : EventTypes.FamilyOf((Alerts.Terms.SubEventType)report.SubEventType);

    private static GeoPoint[] Points(Report report) =>
        [.. report.Sites.Select(s => new GeoPoint(s.Reference.Point.Latitude, s.Reference.Point.Longitude))];

    private static DateTimeOffset LastAct(ReportStep step) =>
        (step.Report.Occurred.LastActTime ?? step.Report.Occurred.StartTime).ToDateTimeOffset();
}
