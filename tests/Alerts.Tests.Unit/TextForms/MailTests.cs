using System.Text;
using Alerts.TextForms;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

/// <summary>E-mails in own words, as mail programs save them.</summary>
public sealed class MailTests
{
    private const string Head = "MIME-Version: 1.0\nFrom: =?utf-8?Q?A=C3=AFcha_D?= <aicha@ngo.example>\nDate: Tue, 17 Sep 2024 06:12:00 +0200\n";

    [Fact]
    public void Mail_Plain_GivesSubjectWordsTimeAndSenderApart()
    {
        ReducedText mail = Reduced.One(Head + "Subject: Fwd: RE: =?iso-8859-1?Q?S=E9v=E9r=E9?= flash\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nShots heard near S=E9var=E9 market this morn=\ning.\n-- \nAicha, +223 70 00 00 00\n");
        Assert.Equal(TextForm.Email, mail.Form);
        Assert.Equal("Sévéré flash", mail.Title);
        Assert.Equal("Shots heard near Sévaré market this morning.", mail.Body);
        Assert.Equal(new DateTimeOffset(2024, 9, 17, 6, 12, 0, TimeSpan.FromHours(2)), mail.SentTime);
        Assert.Equal(new TextSender("Aïcha D", "aicha@ngo.example"), mail.Sender);
        Assert.DoesNotContain("aicha", mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Mail_WithAPageOnly_IsReducedLikeAPage()
    {
        ReducedText mail = Reduced.One(Head + "Subject: SITREP\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Ambush on the <b>RN15</b>.</p><style>x{}</style></body></html>");
        Assert.Equal("Ambush on the RN15.", mail.Body);
    }

    [Fact]
    public void Mail_WithAlternativesAndAPicture_TakesThePlainWordsAndSaysWhatWasLeft()
    {
        string picture = Convert.ToBase64String(new byte[300_000], Base64FormattingOptions.InsertLineBreaks);
        ReducedText mail = Reduced.One(Head + "Subject: x\nContent-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nplain words\n--B\nContent-Type: text/html\n\n<p>page words</p>\n--B--\n--A\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
            + picture + "\n--A--\n");
        Assert.Equal("plain words", mail.Body);
        Assert.Equal(["1 attachments were not opened."], mail.Notes);
    }

    [Fact]
    public void Mail_ThatForwards_SpeaksOfTheFirstSender()
    {
        ReducedText mail = Reduced.One(Head + "Subject: TR: convoi\nContent-Type: text/plain; charset=utf-8\n\nFYI\n\n---------- Forwarded message ---------\nDe : Moussa K <moussa@radio.example>\nDate: lun. 16 sept. 2024 à 22:05\nSubject: Convoi attaqué\nTo: <liste@ngo.example>\n\nUn convoi a été attaqué près de Gossi.\n");
        Assert.True(mail.Forwarded);
        Assert.Equal("Convoi attaqué", mail.Title);
        Assert.Equal(new TextSender("Moussa K", "moussa@radio.example"), mail.Sender);
        Assert.Equal(new DateTimeOffset(2024, 9, 16, 22, 5, 0, TimeSpan.FromHours(2)), mail.SentTime);
        Assert.Equal("FYI\n\n\nUn convoi a été attaqué près de Gossi.", mail.Body);
    }

    [Fact]
    public void Mail_WithAMessageAttached_GivesThatMessage()
    {
        ReducedText mail = Reduced.One(Head + "Subject: Fwd\nContent-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: message/rfc822\n\nFrom: desk@agency.example\nDate: Mon, 16 Sep 2024 20:00:00 +0000\nSubject: Mortar fire in Kidal\nContent-Type: text/plain\n\nThree shells fell.\n--A--\n");
        Assert.Equal("Mortar fire in Kidal\n\nThree shells fell.", mail.Text);
        Assert.True(mail.Forwarded);
        Assert.Equal("desk@agency.example", mail.Sender!.Address);
    }

    [Fact]
    public void Mail_ThatAnswers_LeavesTheAnswerOnly() => Assert.Equal(
        "All staff are safe.",
        Reduced.One(Head + "Subject: Re: Gao\nContent-Type: text/plain\n\nAll staff are safe.\n\nOn Mon, 16 Sep 2024 at 20:00, Desk <d@x.example> wrote:\n> Was there an attack in Gao?\n").Body);

    [Fact]
    public void Mail_NestedDeeply_IsRefusedOrReadWithoutHarm()
    {
        var mail = new StringBuilder(Head + "Subject: x\n");
        for (int i = 0; i < 5_000; i++) mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        mail.Append("Content-Type: text/plain\n\nwords\n");
        try
        {
            Reduced.One(mail.ToString());
        }
        catch (TextFormException)
        {
            // Either is well; a stack that overflows would end the process.
        }
    }

    [Fact]
    public void Mail_WithCountlessParts_IsRefused() => Assert.Equal(
        TextRefusal.TooComplex,
        Reduced.Refusal(Head + "Subject: x\nContent-Type: multipart/mixed; boundary=A\n\n" + string.Concat(Enumerable.Repeat("--A\nContent-Type: text/plain\n\nx\n", 2_000)) + "--A--\n"));

    [Fact]
    public void File_LargerThanAnyReal_IsRefused() => Assert.Equal(TextRefusal.TooLarge, Reduced.Refusal(new string('x', TextLimits.FileBytes + 1)));

    [Fact]
    public void Text_LargerThanABook_IsRefused() => Assert.Equal(TextRefusal.TooLarge, Reduced.Refusal(string.Concat(Enumerable.Repeat("word ", 300_000))));
}
