using Alerts.TextForms;
using Alerts.TextForms.Plain;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

public sealed class PlainTests
{
    [Fact]
    public void Text_WithoutHeaders_IsKeptToTheChar()
    {
        const string Text = "GAO, 18 Sep 2024 --  Gunmen\r\nfrom: the north, attacked.\n\n";
        Assert.Equal(Text, TextReducer.Reduce(Text, null, TimeSpan.Zero)[0].Body);
    }

    [Fact]
    public void Text_WithTheHeadersOfAForward_LosesThem()
    {
        ReducedText text = Reduced.One("""
            From: Field desk <desk@ngo.example>
            Sent: 17 September 2024 09:30
            To: all
            Subject: FW: Road closed

            The road to Ansongo is closed.
            """);
        Assert.Equal("Road closed\n\nThe road to Ansongo is closed.", text.Text);
        Assert.Equal("desk@ngo.example", text.Sender!.Address);
        Assert.True(text.Forwarded);
    }

    [Theory]
    [InlineData("GAO, Mali, 18 Sep 2024 (AFP) - Gunmen attacked a market.", "AFP")]
    [InlineData("GAO (Reuters) - Gunmen attacked a market.", "Reuters")]
    [InlineData("Gunmen attacked a market.\n\nThe road is closed.\n(avec AFP)", "AFP")]
    [InlineData("GAO (Associated Press) - Gunmen attacked a market.", "AP")]
    [InlineData("GAO (AFP) - Gunmen attacked a market.\n(Reuters)", "")]
    [InlineData("Gunmen attacked a market, a witness told AFP.", "")]
    [InlineData("GAO (Mali) - Gunmen (unidentified) attacked a market.", "")]
    public void Text_WithACreditOfAnAgency_KnowsTheAgency(string text, string agency) => Assert.Equal(agency, Reduced.One(text).Agency);

    [Theory]
    [InlineData("Tue, 17 Sep 2024 at 06:12", "2024-09-17T06:12+00:00")]
    [InlineData("mardi 17 septembre 2024 06:12", "2024-09-17T06:12+00:00")]
    [InlineData("September 17, 2024 6:12 PM", "2024-09-17T18:12+00:00")]
    [InlineData("1er août 2024 à 7h05", "2024-08-01T07:05+00:00")]
    [InlineData("17 Sep 2024 06:12:00 +0200", "2024-09-17T06:12+02:00")]
    [InlineData("2024-09-17T06:12:00Z", "2024-09-17T06:12+00:00")]
    public void Date_OfAForward_IsRead(string written, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), MailDate.Of(written, TimeSpan.Zero));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 February 2024")]
    [InlineData("")]
    public void Date_ThatIsNone_IsNull(string written) => Assert.Null(MailDate.Of(written, TimeSpan.Zero));

    [Property(MaxTest = 500)]
    public void Text_Any_IsReducedOrRefused(NonNull<string> text, TextForm form)
    {
        try
        {
            Assert.NotEmpty(TextReducer.Reduce(text.Get, form, TimeSpan.Zero));
        }
        catch (TextFormException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    [Fact]
    public void Text_ThatIsNotUtf8_IsRefused() =>
        Assert.Equal(TextRefusal.Malformed, Assert.Throws<TextFormException>(() => TextReducer.Reduce(new byte[] { 0x54, 0xE9, 0x20 }, null, TimeSpan.Zero)).Reason);

    [Fact]
    public void Sender_Printed_SaysNothing() => Assert.Equal("sender", $"{new TextSender("Awa", "+223 70 00 00 00")}");
}
