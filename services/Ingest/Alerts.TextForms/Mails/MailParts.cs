using Alerts.TextForms.Pages;
using MimeKit;

namespace Alerts.TextForms.Mails;

// The parts of an e-mail that hold its words: plain text first, else its page. Reads the parts one after the other, without recursion.
internal sealed class MailParts
{
    private readonly List<TextPart> _plain = [];
    private readonly List<TextPart> _pages = [];

    public MailParts(MimeMessage message)
    {
        var waiting = new Stack<MimeEntity>();
        if (message.Body is { } body) waiting.Push(body);
        int parts = 0;
        while (waiting.TryPop(out MimeEntity? part))
        {
            if (++parts > TextLimits.Parts)
                throw new TextFormException(TextRefusal.TooComplex, $"The e-mail has more than {TextLimits.Parts} parts.");
            Take(part, waiting);
        }
    }

    // Parts that nobody reads: pictures, documents.
    public int Attachments { get; private set; }

    // The first message that is attached as one; null when there is none.
    public MimeMessage? Attached { get; private set; }

    public string Words => _plain.Any(p => !string.IsNullOrWhiteSpace(p.Text))
        ? string.Join("\n\n", _plain.Select(p => p.Text))
        : string.Join("\n\n", _pages.Select(p => PageReducer.Reduce(p.Text).Text));

    private void Take(MimeEntity part, Stack<MimeEntity> waiting)
    {
        switch (part)
        {
            case Multipart multipart:
                for (int i = multipart.Count - 1; i >= 0; i--) waiting.Push(multipart[i]);
                break;
            case MessagePart { Message: { } message }:
                Attached ??= message;
                break;
            case TextPart { IsAttachment: false } text when text.IsPlain || text.IsFlowed || text.IsHtml:
                (text.IsHtml ? _pages : _plain).Add(text);
                break;
            default:
                Attachments++;
                break;
        }
    }
}
