using Alerts.Risk.Acute;
using Alerts.Risk.Situations;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Situations;

public sealed class SituationJudgeTests
{
    [Fact]
    public void Judge_FirstReport_Raises()
    {
        (Situation situation, AlertDecision? alert) = SituationJudge.Judge(Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        Assert.Equal((SituationStatus.Active, 1L), (situation.Status, situation.Revision));
        Assert.Equal((SituationAction.Raise, Urgency.Flash), (alert!.Action, alert.Urgency));
    }

    [Fact]
    public void Judge_AnotherReportOfTheSame_UpdatesRoutine()
    {
        AcuteIncident first = Attack(Site(School, Report("a")));
        (Situation prior, _) = SituationJudge.Judge(Facts(first), null, null, Five.AddMinutes(5));
        (Situation after, AlertDecision? alert) = SituationJudge.Judge(Facts(first.Next(0.5)), prior, null, Five.AddMinutes(30));
        Assert.Equal((SituationAction.Update, Urgency.Routine, 2L), (alert!.Action, alert.Urgency, after.Revision));
    }

    [Fact]
    public void Judge_SecondSite_Escalates()
    {
        AcuteIncident first = Attack(Site(School, Report("a")));
        (Situation prior, _) = SituationJudge.Judge(Facts(first), null, null, Five.AddMinutes(5));
        AcuteIncident both = Attack(Site(School, Report("a")), Site(Airport, Report("b"))).Next(0.3);
        (_, AlertDecision? alert) = SituationJudge.Judge(Facts(both), prior, null, Five.AddMinutes(20));
        Assert.Equal((SituationAction.Escalate, Urgency.Flash), (alert!.Action, alert.Urgency));
    }

    [Fact]
    public void Judge_AllWithdrawn_CancelsWithTheUrgencyOfTheFirst()
    {
        AcuteIncident first = Attack(Site(School, Report("a")));
        (Situation prior, _) = SituationJudge.Judge(Facts(first), null, null, Five.AddMinutes(5));
        AcuteIncident none = first.Next(0.7) with { Verification = Verification.Retracted };
        (Situation after, AlertDecision? alert) = SituationJudge.Judge(Facts(none), prior, null, Five.AddMinutes(40));
        Assert.Equal((SituationAction.Cancel, Urgency.Flash, SituationStatus.Cancelled), (alert!.Action, alert.Urgency, after.Status));
        Assert.Null(after.NextDue);
        Assert.Null(after.FloorAt(Five.AddHours(1)));
    }

    [Fact]
    public void Judge_WithdrawnBeforeAnybodyWasTold_TellsNobody()
    {
        AcuteIncident none = Attack(Site(School, Report("a"))) with { Verification = Verification.Retracted };
        Assert.Null(SituationJudge.Judge(Facts(none), null, null, Five).Alert);
    }

    [Fact]
    public void Judge_MergedIntoAnother_PointsThereQuietly()
    {
        AcuteIncident first = Attack(Site(School, Report("a")));
        (Situation prior, _) = SituationJudge.Judge(Facts(first), null, null, Five.AddMinutes(5));
        (Situation after, AlertDecision? alert) = SituationJudge.Judge(Facts(first.Next(0.5)) with { MergedInto = "incidents/i2" }, prior, null, Five.AddMinutes(30));
        Assert.Equal((SituationStatus.Superseded, Urgency.Routine), (after.Status, alert!.Urgency));
        Assert.Equal(SituationIds.OfIncident(Scope.Shared, "incidents/i2"), alert.SupersededBy);
    }

    [Fact]
    public void Judge_MaybeTheEventThatRang_DoesNotRingAgain()
    {
        (Situation rang, _) = SituationJudge.Judge(Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        AcuteIncident vague = Attack(Site(School, Report("b"))) with { IncidentId = "i2" };
        (_, AlertDecision? alert) = SituationJudge.Judge(Facts(vague), null, rang, Five.AddMinutes(20));
        Assert.Equal((SituationAction.Raise, Urgency.Priority), (alert!.Action, alert.Urgency));
        Assert.Equal(SituationReasons.MaybeSame, alert.Reasons[0].Code);
    }

    [Fact]
    public void Judge_TollAfterAnAllClear_LeavesItCleared()
    {
        AcuteIncident first = Attack(Site(School, Report("a")));
        (Situation prior, _) = SituationJudge.Judge(Facts(first), null, null, Five.AddMinutes(5));
        (Situation cleared, _) = SituationEndings.Clear(prior, "adviser", "Road open.", Five.AddHours(20));
        (Situation after, _) = SituationJudge.Judge(Facts(first.Next(30) with { Casualties = new AcuteCasualties(KilledVictims: 4) }), cleared, null, Five.AddHours(30));
        Assert.Equal(SituationStatus.Cleared, after.Status);
        Assert.Null(after.FloorAt(Five.AddHours(30)));
    }

    internal static IncidentFacts Facts(AcuteIncident incident) => new()
    {
        Acute = incident,
        IncidentId = incident.IncidentId,
        Revision = incident.Revision,
        Scope = incident.Scope,
        Title = "Attack at a school",
        CountryCode = "ML",
        Contribution = null,
    };
}
