using Alerts.Notify.Situations;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Situations;

public sealed class AlertIdsTests
{
    [Fact]
    public void Alert_SameThreadAndRevision_IsTheSameVersion5Id()
    {
        string id = AlertIds.Alert(Scope.Shared, "situations/a", 1);

        Assert.Equal(id, AlertIds.Alert(Scope.Shared, "situations/a", 1));
        Assert.Equal(5, Guid.Parse(id).Version);
        Assert.Equal(8, Guid.Parse(id).Variant & 0xC);
        Assert.NotEqual(id, AlertIds.Alert(Scope.Local, "situations/a", 1));
        Assert.NotEqual(id, AlertIds.Alert(Scope.Shared, "situations/a", 2));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(5, 4)]
    [InlineData(65, 64)]
    [InlineData(500, 64)]
    public void References_AnyRevision_AreTheFirstAndTheNewestBeforeIt(long revision, int count)
    {
        string[] references = [.. AlertIds.References(Scope.Shared, "situations/a", revision)];

        Assert.Equal(count, references.Length);
        Assert.Equal(references.Distinct(), references);
        if (count == 0)
            return;
        Assert.Equal("alerts/" + AlertIds.Alert(Scope.Shared, "situations/a", 1), references[0]);
        Assert.Equal("alerts/" + AlertIds.Alert(Scope.Shared, "situations/a", revision - 1), references[^1]);
    }
}
