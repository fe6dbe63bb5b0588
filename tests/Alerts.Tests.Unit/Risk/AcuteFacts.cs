using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Tests.Unit.Risk;

// Places and times of the scenarios. Bamako, 17 September 2024: the attack on the gendarmerie school at Faladié and on the military
// airport zone at Senou began about 05:00 local, which is UTC (public reporting of the day; coordinates rounded to about 100 m).
internal static class AcuteFacts
{
    public static readonly GeoPoint School = new(12.597, -7.946);
    public static readonly GeoPoint Airport = new(12.541, -7.950);
    public static readonly GeoPoint Terminal = new(12.536, -7.930);
    public static readonly DateTimeOffset Five = new(2024, 9, 17, 5, 0, 0, TimeSpan.Zero);
    public static readonly TimeZoneInfo Bamako = TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako");

    public static readonly Grade C3 = new(SourceReliability.C, InformationCredibility.PossiblyTrue);
    public static readonly Grade B2 = new(SourceReliability.B, InformationCredibility.ProbablyTrue);
    public static readonly Grade D4 = new(SourceReliability.D, InformationCredibility.Doubtful);
    public static readonly Grade E6 = new(SourceReliability.E, InformationCredibility.CannotBeJudged);
    public static readonly Grade C5 = new(SourceReliability.C, InformationCredibility.Improbable);

    public static AcuteEvidence Report(string? origin, Grade? grade = null) => new(origin, grade ?? Grade.Unknown);

    public static AcuteEvidence Claim(string origin, Grade? grade = null) => new(origin, grade ?? Grade.Unknown, Standing.Claimed);

    public static AcuteSite Site(GeoPoint point, params AcuteEvidence[] evidence) => new(point, PlacePrecision.Point, [], evidence);

    public static AcuteSite Site(GeoPoint point, TargetKind target, params AcuteEvidence[] evidence) => new(point, PlacePrecision.Point, [target], evidence);

    // An attack at five, over, toll unknown, recorded five minutes later.
    public static AcuteIncident Attack(params AcuteSite[] sites) => new()
    {
        IncidentId = "i1",
        Revision = 1,
        Scope = Scope.Shared,
        SubEventType = SubEventType.Attack,
        Sites = sites,
        LastAct = new ActTime(Five, TimePrecision.Exact),
        Zone = Bamako,
        RecordedAt = Five.AddMinutes(5),
    };

    // One spot, over, a toll of two: Minor.
    public static AcuteIncident Small(params AcuteEvidence[] evidence) =>
        Attack(Site(School, evidence)) with { Ongoing = false, Casualties = new AcuteCasualties(KilledVictims: 2) };

    public static AcuteIncident Next(this AcuteIncident incident, double hoursAfterFive) =>
        incident with { Revision = incident.Revision + 1, RecordedAt = Five.AddHours(hoursAfterFive) };

    // Judges revisions one after the other.
    public static AcuteAssessment Run(params AcuteIncident[] revisions) =>
        revisions.Aggregate((AcuteAssessment?)null, (prior, next) => AcuteAssessor.Assess(next, prior))!;

    public static IEnumerable<string> Codes(this AcuteAssessment assessment) => assessment.Reasons.Select(reason => reason.Code);
}
