using Alerts.Risk.Situations;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Situations;

public sealed class SituationEndingsTests
{
    [Fact]
    public void AtDue_ToTheEnd_GoesQuietFallsStepByStepAndExpiresWithoutEverClearing()
    {
        (Situation situation, _) = SituationJudge.Judge(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        var told = new List<AlertDecision>();
        while (situation.NextDue is { } due)
        {
            (Situation after, AlertDecision? alert) = SituationEndings.AtDue(situation, due);
            Assert.True(after.NextDue is null || after.NextDue > due, $"due again at {due}");
            told.Add(alert!);
            situation = after;
        }

        Assert.Equal(SituationStatus.Expired, situation.Status);
        Assert.Equal(Five.AddHours(72), told[0].IssuedAt);
        Assert.All(told, t => Assert.Equal(Urgency.Routine, t.Urgency));
        Assert.All(told, t => Assert.NotEqual(SituationAction.Clear, t.Action));
        Assert.All(told, t => Assert.Contains("not an all-clear", t.Summary.English, StringComparison.Ordinal));
        // Floor 3, 2, then none: quiet, then for each step its announcement and the step.
        Assert.Equal(5, told.Count);
        Assert.Equal(SituationAction.Expire, told[^1].Action);
        Assert.Equal(told.Select(t => t.IssuedAt).Order(), told.Select(t => t.IssuedAt));
    }

    [Fact]
    public void AtDue_WithoutFloor_GoesQuietAndExpires()
    {
        (Situation situation, AlertDecision? raised) = SituationJudge.Judge(SituationJudgeTests.Facts(Small(Report("a"))), null, null, Five.AddMinutes(5));
        Assert.Equal(Urgency.Routine, raised!.Urgency);
        Assert.Null(situation.Assessment.Floor);
        (Situation quiet, _) = SituationEndings.AtDue(situation, situation.NextDue!.Value);
        (Situation over, AlertDecision? last) = SituationEndings.AtDue(quiet, quiet.NextDue!.Value);
        Assert.Equal((SituationStatus.Quiet, SituationStatus.Expired), (quiet.Status, over.Status));
        Assert.Equal(SituationAction.Expire, last!.Action);
        Assert.Null(over.NextDue);
    }

    [Fact]
    public void Clear_Active_EndsTheFloorAtOnce()
    {
        (Situation situation, _) = SituationJudge.Judge(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        (Situation cleared, AlertDecision alert) = SituationEndings.Clear(situation, "adviser", "Road open.", Five.AddHours(3));
        Assert.Equal((SituationAction.Clear, SituationStatus.Cleared), (alert.Action, cleared.Status));
        Assert.Null(cleared.FloorAt(Five.AddHours(3)));
        Assert.Contains("Road open.", alert.Summary.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_Twice_IsRefused()
    {
        (Situation situation, _) = SituationJudge.Judge(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        (Situation cleared, _) = SituationEndings.Clear(situation, "adviser", "Road open.", Five.AddHours(3));
        AlertsException refused = Assert.Throws<AlertsException>(() => SituationEndings.Clear(cleared, "adviser", "Again.", Five.AddHours(4)));
        Assert.Equal(ErrorReasons.WrongState, refused.Reason);
    }
}
