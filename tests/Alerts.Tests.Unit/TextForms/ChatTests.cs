using Alerts.TextForms;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

/// <summary>Chats in own words, in the forms that WhatsApp's export and copy have on Android and iOS.</summary>
public sealed class ChatTests
{
    private static IReadOnlyList<ReducedText> Chat(string text) => TextReducer.Reduce(text.ReplaceLineEndings("\n"), null, TimeSpan.Zero);

    [Fact]
    public void Chat_OfAndroid_GivesMessagesWithTimesAndSendersApart()
    {
        IReadOnlyList<ReducedText> chat = Chat("""
            17/09/2024, 05:10 - Messages and calls are end-to-end encrypted.
            17/09/2024, 05:12 - +223 70 00 00 01: Heavy gunfire near the gendarmerie school
            Stay indoors
            17/09/2024, 05:14 - Aminata: <Media omitted>
            17/09/2024, 05:15 - Aminata: Explosion heard too
            """);
        Assert.Equal(2, chat.Count);
        Assert.Equal("Heavy gunfire near the gendarmerie school\nStay indoors", chat[0].Body);
        Assert.Equal(new TextSender("", "+223 70 00 00 01"), chat[0].Sender);
        Assert.Equal(new DateTimeOffset(2024, 9, 17, 5, 12, 0, TimeSpan.Zero), chat[0].SentTime);
        Assert.Equal(new TextSender("Aminata", ""), chat[1].Sender);
        Assert.All(chat, m => Assert.DoesNotContain("223", m.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Chat_OfIosWithMarksAndHalfDays_IsRead()
    {
        ReducedText message = Assert.Single(Chat("\u200E[9/17/24, 5:12:33\u202FPM] ~\u202FOumar: Tirs à Faladié, restez chez vous"));
        Assert.Equal(new DateTimeOffset(2024, 9, 17, 17, 12, 33, TimeSpan.Zero), message.SentTime);
        Assert.Equal("Oumar", message.Sender!.Name);
    }

    [Fact]
    public void Chat_Copied_IsRead()
    {
        ReducedText message = Chat("[05:12, 17/09/2024] Oumar: Blast at the gate\n[05:13, 17/09/2024] Awa: Where?")[0];
        Assert.Equal(("Blast at the gate", "Oumar"), (message.Body, message.Sender!.Name));
    }

    [Fact]
    public void Chat_MessageThatWasForwarded_HasNoSender()
    {
        ReducedText message = Assert.Single(Chat("17/09/2024, 05:12 - Awa: Forwarded many times\nArmed men seen on the Gao road"));
        Assert.True(message.Forwarded);
        Assert.Null(message.Sender);
        Assert.Equal("Armed men seen on the Gao road", message.Body);
    }

    [Theory]
    [InlineData("05/09/2024, 05:12 - A: first\n06/09/2024, 05:12 - A: second", 9)]
    [InlineData("12/31/2023, 05:12 - A: first\n1/2/2024, 05:12 - A: second", 12)]
    [InlineData("2/1/2024, 05:12 - A: first\n2/3/2024, 05:12 - A: second\n3/1/2024, 05:12 - A: third", 2)]
    public void Chat_OrderOfDayAndMonth_IsToldByTheWhole(string text, int month) => Assert.Equal(month, Chat(text)[0].SentTime!.Value.Month);

    [Fact]
    public void Chat_OfNoticesOnly_IsRefused() =>
        Assert.Equal(TextRefusal.Empty, Reduced.Refusal("17/09/2024, 05:10 - A: <Media omitted>\n17/09/2024, 05:11 - A: image omitted\n"));
}
