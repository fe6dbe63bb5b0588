using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Situations;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;

namespace Alerts.Tests.Unit.Risk.Access;

/// <summary>
/// How often access of a quiet city would be told without a pressure behind it. There is no public data set of such incidents by city, so the rates are assumed: what an officer in a region of banditry and rains
/// lists in a year, scattered at random over days and roads. They are on the high side for a quiet city; at twice these rates
/// one may doubt that it is quiet.
/// </summary>
public sealed class QuietYearTests
{
    private const int Years = 1_000;

    private static readonly Place Place = PlaceIndex.Load().Find(City)!.Value;

    // A year, by kind. Assumed.
    private static readonly (AccessEvidenceKind Kind, double AYear)[] Rates =
    [
        (AccessEvidenceKind.RoadAttack, 2), (AccessEvidenceKind.RoadClosed, 3), (AccessEvidenceKind.Hindrance, 8), (AccessEvidenceKind.AirportClosed, 0.3), (AccessEvidenceKind.Outage, 1),
    ];

    // The directions of the roads of a city with four.
    private static readonly double[] Roads = [20, 110, 200, 290];

    [Theory]
    [InlineData(1, 1, 0.05)]
    [InlineData(2, 2, 1)]
    public void Year_WithoutPressure_BringsFewAlerts(double factor, double mostOnAverage, double mostYearsWithMore)
    {
        var random = new Random(20310303);
        int[] alerts = [.. Enumerable.Range(0, Years).Select(_ => AlertsIn(random, factor))];
        double mean = alerts.Average();
        double moreThanOne = alerts.Count(a => a > 1) / (double)Years;
        TestContext.Current.SendDiagnosticMessage($"rates times {factor}: {mean:0.00} access alerts, more than one in {moreThanOne:P1}");
        Assert.True(mean <= mostOnAverage, $"{mean:0.00} a year");
        Assert.True(moreThanOne <= mostYearsWithMore, $"{moreThanOne:P1} of years have more than one");
    }

    // Priority alerts of one year that begins with nothing known and in which nobody reopens.
    private static int AlertsIn(Random random, double factor)
    {
        AccessEvidence[] pieces = [.. Rates.SelectMany(rate => Pieces(rate.Kind, rate.AYear * factor, random)).OrderBy(p => p.Start)];
        var thread = new AccessThread { Scope = Scope.Shared, CityId = City };
        int told = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            AccessPicture? picture = AccessFold.Of(pieces.Take(i + 1), [], pieces[i].Start);
            if (AccessJudge.Judge(thread, Place, picture, null, pieces[i].Start) is not { } alert)
                continue;
            thread = alert.Thread;
            told += alert.Urgency == Urgency.Priority && alert.Action is SituationAction.Raise or SituationAction.Escalate ? 1 : 0;
        }

        return told;
    }

    private static IEnumerable<AccessEvidence> Pieces(AccessEvidenceKind kind, double aYear, Random random)
    {
        for (double day = Wait(); day < 365; day += Wait())
        {
            // Half are one voice, three in eight one graded source, one in eight two sources; there are a handful of sources.
            int said = random.Next(8);
            AcuteStanding standing = said < 4 ? AcuteStanding.Unverified : said < 7 ? AcuteStanding.Credible : AcuteStanding.Corroborated;
            string[] origins = standing == AcuteStanding.Corroborated ? [$"source {random.Next(3)}", $"source {random.Next(3, 6)}"] : [$"source {random.Next(6)}"];
            double? road = kind is AccessEvidenceKind.RoadAttack or AccessEvidenceKind.RoadClosed or AccessEvidenceKind.Hindrance ? Roads[random.Next(Roads.Length)] : null;
            yield return Piece($"{kind} {day}", day, kind, road, standing, origins);
        }

        double Wait() => -Math.Log(1 - random.NextDouble()) * 365 / aYear;
    }
}
