using Alerts.TextForms.Plain;
using MimeKit;

namespace Alerts.TextForms.Mails;

// An e-mail: subject, words, and the first known sender. Attachments are never opened, but for a message that is forwarded as one. Pure.
internal static class MailReducer
{
    public static ReducedText Reduce(ReadOnlyMemory<byte> file)
    {
        using MimeMessage message = Parse(file);
        var parts = new MailParts(message);
        string words = parts.Words;

        // A message that was forwarded as an attachment speaks for itself.
        using MimeMessage? attached = parts.Attached;
        bool inner = attached is not null && string.IsNullOrWhiteSpace(words);
        MimeMessage speaking = inner ? attached! : message;
        if (inner) words = new MailParts(attached!).Words;
        TimeSpan offset = speaking.Date.Offset;
        (string body, ForwardedHeader? first) = ForwardedText.Split(QuotedText.Clean(words), offset);
        bool forwarded = inner || first is not null;
        return new ReducedText
        {
            Form = TextForm.Email,
            Title = first is { Subject.Length: > 0 } ? first.Subject : SubjectText.Of(speaking.Subject ?? ""),
            Body = body,
            SentTime = first?.SentTime ?? Sent(speaking),
            Sender = first is null ? SenderOf(speaking) : first.Sender,
            Forwarded = forwarded,
            Notes = parts.Attachments == 0 ? [] : [$"{parts.Attachments} attachments were not opened."],
        };
    }

    private static MimeMessage Parse(ReadOnlyMemory<byte> file)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = TextLimits.PartDepth;
        try
        {
            return MimeMessage.Load(options, new MemoryStream(file.ToArray(), writable: false));
        }
        catch (FormatException e)
        {
            throw new TextFormException(TextRefusal.Malformed, "The file is not an e-mail that can be read.", e);
        }
    }

    private static DateTimeOffset? Sent(MimeMessage message) => message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : null;

    private static TextSender? SenderOf(MimeMessage message) =>
        message.From.Mailboxes.FirstOrDefault() is { } from ? new TextSender(from.Name ?? "", from.Address ?? "") : null;
}
