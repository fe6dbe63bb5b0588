using Alerts.Notify.Wire;
using Alerts.Terms;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Wire;

public sealed class AlertWordingTests
{
    private static readonly Alert Stored = new()
    {
        Headline = "Attack in Gao",
        Summary = "First alert of this situation.",
        Words = { ["fr"] = new AlertWords { Headline = "Attaque à Gao", Summary = "Première alerte de cette situation." } },
        Reasons = { new LevelReason { Text = "It is going on.", Texts = { ["fr"] = "C'est en cours." } }, new LevelReason { Text = "Of old." } },
    };

    [Fact]
    public void In_French_SaysEverythingThatHasFrench()
    {
        Alert said = AlertWording.In(Stored, Language.French);

        Assert.Equal(("Attaque à Gao", "Première alerte de cette situation."), (said.Headline, said.Summary));
        Assert.Equal(["C'est en cours.", "Of old."], said.Reasons.Select(r => r.Text));
        Assert.Empty(said.Words);
        Assert.All(said.Reasons, r => Assert.Empty(r.Texts));
    }

    [Fact]
    public void In_English_SaysNoFrench()
    {
        Alert said = AlertWording.In(Stored, Language.English);

        Assert.Equal(("Attack in Gao", "It is going on."), (said.Headline, said.Reasons[0].Text));
        Assert.DoesNotContain("Attaque", said.ToString(), StringComparison.Ordinal);
        Assert.Single(Stored.Words);
    }
}
