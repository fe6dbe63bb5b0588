using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Situations;
using Alerts.Terms;
using Xunit;
using static Alerts.Tests.Unit.Risk.Access.AccessFacts;

namespace Alerts.Tests.Unit.Risk.Access;

public sealed class AccessJudgeTests
{
    private static readonly Place Place = PlaceIndex.Load().Find(City)!.Value;
    private static readonly AccessThread Nothing = new() { Scope = Scope.Shared, CityId = City };
    private static readonly AccessEvidence[] Two = [Piece("a", 0, bearing: 0), Piece("b", 1, bearing: 90)];
    private static readonly AccessEvidence[] Three = [.. Two, Piece("c", 2, bearing: 90)];

    [Fact]
    public void Judge_Worsening_IsPriorityAndNeverRings()
    {
        AccessAlert first = Judge(Nothing, Two, 1)!;
        Assert.Equal((SituationAction.Raise, Urgency.Priority, 1L), (first.Action, first.Urgency, first.Thread.Revision));
        AccessAlert worse = Judge(first.Thread, Three, 2)!;
        Assert.Equal((SituationAction.Escalate, Urgency.Priority, 2L), (worse.Action, worse.Urgency, worse.Thread.Revision));
        Assert.Equal($"Access of {Place.Name}: RESTRICTED", worse.Headline.English);
        Assert.Equal(Day(9), worse.Thread.DigestDue);
    }

    [Fact]
    public void Judge_MoreOfTheSame_WaitsForTheDigest()
    {
        AccessThread told = Judge(Nothing, Three, 2)!.Thread;
        Assert.Null(Judge(told, [.. Three, Piece("d", 3, bearing: 180)], 3));
    }

    [Fact]
    public void Digest_EveryWeek_KeepsItsDayAndCatchesUpOnce()
    {
        AccessThread told = Judge(Nothing, Three, 2)!.Thread;
        AccessAlert digest = AccessJudge.Digest(told, Place, AccessFold.Of(Three, [], Day(9)), Day(9));
        Assert.Equal((SituationAction.Update, Urgency.Routine, Day(16)), (digest.Action, digest.Urgency, digest.Thread.DigestDue));
        Assert.Contains("Last heard 6 days ago", digest.Summary.English, StringComparison.Ordinal);
        Assert.Equal(Day(44), AccessJudge.Digest(digest.Thread, Place, AccessFold.Of(Three, [], Day(40)), Day(40)).Thread.DigestDue);
    }

    [Fact]
    public void Judge_PersonReopens_IsAnAllClearAndEndsTheDigests()
    {
        AccessThread told = Judge(Nothing, Three, 2)!.Thread;
        AccessAlert clear = Judge(told, Three, 3, Entry("e", 3, AccessState.Open))!;
        Assert.Equal((SituationAction.Clear, SituationStatus.Cleared, null), (clear.Action, clear.Thread.Status, clear.Thread.DigestDue));
        Assert.Contains("entered by adviser: seen", clear.Summary.English, StringComparison.Ordinal);
        // The thread goes on when it worsens again.
        AccessAlert again = Judge(clear.Thread, Three, 4, Entry("f", 4, AccessState.Restricted), Entry("e", 3, AccessState.Open))!;
        Assert.Equal((SituationAction.Escalate, SituationStatus.Active), (again.Action, again.Thread.Status));
    }

    [Fact]
    public void Judge_PersonEases_IsPriorityAndNoAllClear()
    {
        AccessThread told = Judge(Nothing, Three, 2)!.Thread;
        AccessAlert eased = Judge(told, Three, 3, Entry("e", 3, AccessState.Constrained))!;
        Assert.Equal((SituationAction.Update, Urgency.Priority, AccessState.Constrained), (eased.Action, eased.Urgency, eased.Thread.Told!.Value));
    }

    [Fact]
    public void Judge_Withdrawn_IsCancelledOrJudgedAnew()
    {
        AccessThread told = Judge(Nothing, Three, 2)!.Thread;
        AccessAlert fewer = Judge(told, Two, 3)!;
        Assert.Equal((SituationAction.Update, Urgency.Priority), (fewer.Action, fewer.Urgency));
        AccessAlert none = Judge(fewer.Thread, [], 3)!;
        Assert.Equal((SituationAction.Cancel, SituationStatus.Cancelled, null), (none.Action, none.Thread.Status, none.Thread.DigestDue));
    }

    [Fact]
    public void Judge_PersonOpensWhatNobodyWasToldOf_IsSilent() => Assert.Null(Judge(Nothing, [], 1, Entry("e", 1, AccessState.Open)));

    // The entry that brought the change comes first.
    private static AccessAlert? Judge(AccessThread thread, AccessEvidence[] evidence, double day, params AccessEntry[] entries) =>
        AccessJudge.Judge(thread, Place, AccessFold.Of(evidence, entries, Day(day)), entries.FirstOrDefault(), Day(day));
}
