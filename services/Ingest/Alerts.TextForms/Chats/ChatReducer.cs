using System.Text;
using System.Text.RegularExpressions;
using Alerts.TextForms.Plain;

namespace Alerts.TextForms.Chats;

// A chat: its messages one by one, each with its time and without its sender. What the program itself says, and media, are left out. Pure.
internal static partial class ChatReducer
{
    private sealed record Message(ChatLine Head, StringBuilder Text);

    // Offset: of the times in the chat, which are local.
    public static IReadOnlyList<ReducedText> Reduce(string text, TimeSpan offset)
    {
        List<Message> messages = Split(text);
        bool dayFirst = DateOrder.IsDayFirst([.. messages.Select(m => m.Head)]);
        var reduced = new List<ReducedText>();
        int leftOut = 0;
        foreach (Message message in messages)
        {
            string said = message.Text.ToString().Trim();
            bool forwarded = Forward().IsMatch(said);
            string body = Forward().Replace(said, "").Trim();
            if (message.Head.Sender is not { } who || body.Length == 0 || Media().IsMatch(body))
            {
                leftOut++;
                continue;
            }

            reduced.Add(new ReducedText
            {
                Form = TextForm.Chat,
                Body = body,
                SentTime = DateOrder.Moment(message.Head, dayFirst, offset),
                // Who passes a message on is not who wrote it.
                Sender = forwarded ? null : SenderText.Of(who),
                Forwarded = forwarded,
            });
        }

        if (reduced.Count == 0) throw new TextFormException(TextRefusal.Empty, "The chat has no message with words in it.");
        return leftOut == 0 ? reduced : [reduced[0] with { Notes = [$"{leftOut} entries of the chat without words (media, notices of the program) were left out."] }, .. reduced.Skip(1)];
    }

    private static List<Message> Split(string text)
    {
        var messages = new List<Message>();
        foreach (string line in text.Split('\n'))
        {
            if (ChatLine.Of(line) is { } head)
            {
                if (messages.Count == TextLimits.Messages)
                    throw new TextFormException(TextRefusal.TooComplex, $"The chat has more than {TextLimits.Messages} messages; export a part of it.");
                messages.Add(new Message(head, new StringBuilder(head.Text)));
            }
            else if (messages.Count > 0)
            {
                messages[^1].Text.Append('\n').Append(line.TrimEnd('\r'));
            }
        }

        return messages;
    }

    [GeneratedRegex(@"^\W{0,3}(forwarded( many times)?|transf[ée]r[ée]( plusieurs fois| de nombreuses fois)?)\W{0,3}(?=\n|$)\n?", RegexOptions.IgnoreCase)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^(<[^<>\n]{3,40}>|(image|video|audio|sticker|gif|document|photo|vidéo|contact card)\s+(omitted|absente?|omise?)|\S+\.(jpg|opus|mp4|webp|pdf|vcf)\s\([^)\n]{3,30}\)|(this message was deleted|you deleted this message|ce message a été supprimé)\.?|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Media();
}
