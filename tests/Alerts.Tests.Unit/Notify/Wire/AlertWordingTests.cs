using Alerts.Notify.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
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
        Alert said = Say(Stored, Language.French);

        Assert.Equal(("Attaque à Gao", "Première alerte de cette situation."), (said.Headline, said.Summary));
        Assert.Equal(["C'est en cours.", "Of old."], said.Reasons.Select(r => r.Text));
        Assert.Empty(said.Words);
        Assert.All(said.Reasons, r => Assert.Empty(r.Texts));
    }

    [Fact]
    public void In_English_SaysNoFrench()
    {
        Alert said = Say(Stored, Language.English);

        Assert.Equal(("Attack in Gao", "It is going on."), (said.Headline, said.Reasons[0].Text));
        Assert.DoesNotContain("Attaque", said.ToString(), StringComparison.Ordinal);
    }

    // Long texts, so that the lengths of what is within become shorter by a byte; and what this program does not know goes through.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void In_EachLanguage_IsWhatReadingTheMessageWouldGive(int length)
    {
        Alert stored = Stored.Clone();
        stored.Words["fr"].Summary = new string('é', length);
        stored.Reasons[0].Texts["fr"] = new string('x', length);
        stored.Reasons[0].Parameters["fr"] = "not a text";
        stored.Cap = new CapTerms { Severity = CapSeverity.Severe };
        stored.IssueTime = new() { Seconds = 1_790_000_000 };
        stored.Access = new AccessPicture
        {
            State = V1.AccessState.Restricted,
            Reasons = { stored.Reasons[0].Clone() },
            Ways = { new AccessWay { Axis = "Gao–Ansongo", Toward = { "Ansongo", "Niamey" }, Reasons = { stored.Reasons[0].Clone(), stored.Reasons[1].Clone() } } },
        };
        stored.References.Add(["alerts/1", ""]);
        foreach (Language language in Language.All)
            Assert.Equal(ByReading(stored, language), Say(stored, language));
    }

    [Fact]
    public void In_Unknown_IsKept()
    {
        byte[] unknown = [.. Stored.ToByteArray(), 0xf8, 0x3f, 0x05];

        Assert.Equal([0xf8, 0x3f, 0x05], AlertWording.In(unknown, Language.English)[^3..]);
    }

    [Fact]
    public void In_BytesCutOff_AreRefused()
    {
        byte[] whole = Stored.ToByteArray();

        Assert.Throws<InvalidDataException>(() => AlertWording.In(whole.AsSpan(0, whole.Length - 1), Language.French));
    }

    private static Alert Say(Alert stored, Language language) => Alert.Parser.ParseFrom(AlertWording.In(stored.ToByteArray(), language));

    private static Alert ByReading(Alert stored, Language language)
    {
        Alert alert = stored.Clone();
        if (language == Language.French)
            (alert.Headline, alert.Summary) = (alert.Words["fr"].Headline, alert.Words["fr"].Summary);
        alert.Words.Clear();
        foreach (LevelReason reason in alert.Reasons.Concat(alert.Access.Reasons).Concat(alert.Access.Ways.SelectMany(way => way.Reasons)))
        {
            if (language == Language.French && reason.Texts.TryGetValue("fr", out string? text))
                reason.Text = text;
            reason.Texts.Clear();
        }

        return alert;
    }
}
