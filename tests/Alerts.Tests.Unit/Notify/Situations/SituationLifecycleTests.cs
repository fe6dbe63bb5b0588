using Alerts.Notify.Situations;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Situations;

public sealed class SituationLifecycleTests
{
    [Theory]
    [InlineData(0, "Active", "Raise", "Raise")]
    [InlineData(0, "Active", "Update", "Raise")]
    [InlineData(0, "Active", "Escalate", "Raise")]
    [InlineData(0, "Active", "Clear", "Raise")]
    [InlineData(0, "Active", "Cancel", null)]
    [InlineData(0, "Active", "Expire", null)]
    [InlineData(1, "Active", "Raise", "Update")]
    [InlineData(1, "Quiet", "Raise", "Update")]
    [InlineData(3, "Expired", "Raise", "Escalate")]
    [InlineData(3, "Cancelled", "Raise", "Escalate")]
    [InlineData(1, "Active", "Escalate", "Escalate")]
    [InlineData(1, "Active", "Clear", "Clear")]
    [InlineData(1, "Active", "Cancel", "Cancel")]
    [InlineData(1, "Quiet", "Expire", "Expire")]
    public void Action_AnyProposal_KeepsTheOrderOfAThread(long alerts, string state, string proposed, string? issued) => Assert.Equal(
        issued is null ? null : Enum.Parse<AlertAction>(issued),
        SituationLifecycle.Action(alerts, Enum.Parse<SituationState>(state), Enum.Parse<AlertAction>(proposed)));

    [Theory]
    [InlineData("Clear", "Active", "Cleared")]
    [InlineData("Cancel", "Active", "Cancelled")]
    [InlineData("Expire", "Quiet", "Expired")]
    [InlineData("Update", "Quiet", "Quiet")]
    [InlineData("Update", "Superseded", "Superseded")]
    public void State_AnyAction_FitsIt(string proposed, string proposedState, string state) => Assert.Equal(
        Enum.Parse<SituationState>(state),
        SituationLifecycle.State(Enum.Parse<AlertAction>(proposed), Enum.Parse<SituationState>(proposedState)));
}
