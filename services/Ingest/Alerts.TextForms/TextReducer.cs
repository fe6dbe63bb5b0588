using System.Text;
using Alerts.TextForms.Chats;
using Alerts.TextForms.Languages;
using Alerts.TextForms.Mails;
using Alerts.TextForms.Pages;
using Alerts.TextForms.Plain;

namespace Alerts.TextForms;

/// <summary>Reduces pages, e-mails, chats and plain texts to their words, with sender, time, address and language beside them.</summary>
/// <remarks>Pure, offline, deterministic and thread safe: nothing that a page or an e-mail refers to is fetched, no script runs.</remarks>
public static class TextReducer
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reduces one file.</summary>
    /// <param name="file">Its bytes. Plain text and chats are UTF-8; pages and e-mails say themselves what they are.</param>
    /// <param name="form">The form; null to tell it by the content.</param>
    /// <param name="offset">How far local time is ahead of UTC where chats were exported: they give local times only.</param>
    /// <returns>One text, or for a chat one each message, in its order; at least one.</returns>
    /// <exception cref="TextFormException">It is not taken: too large, malformed, without words.</exception>
    public static IReadOnlyList<ReducedText> Reduce(ReadOnlyMemory<byte> file, TextForm? form, TimeSpan offset)
    {
        if (file.Length > TextLimits.FileBytes)
            throw new TextFormException(TextRefusal.TooLarge, $"The file has {file.Length} bytes; at most {TextLimits.FileBytes} are taken.");
        TextForm found = form ?? FormFinder.Of(file.Span);
        IReadOnlyList<ReducedText> texts = found switch
        {
            TextForm.Html => [PageReducer.Reduce(file)],
            TextForm.Email => [MailReducer.Reduce(file)],
            TextForm.Chat => ChatReducer.Reduce(Decode(file.Span), offset),
            _ => [PlainReducer.Reduce(Decode(file.Span), offset)],
        };
        return [.. texts.Select(Finish)];
    }

    /// <summary>Reduces one text that is in memory.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">The form; null to tell it by the content.</param>
    /// <param name="offset">As for a file.</param>
    /// <returns>As for a file.</returns>
    /// <exception cref="TextFormException">As for a file.</exception>
    public static IReadOnlyList<ReducedText> Reduce(string text, TextForm? form, TimeSpan offset) => Reduce(Encoding.UTF8.GetBytes(text), form, offset);

    /// <summary>Refuses a text in a language that is not read.</summary>
    /// <param name="text">A reduced text.</param>
    /// <exception cref="TextFormException">Its language is told with certainty and is neither English nor French; the message names both.</exception>
    public static void RequireReadLanguage(ReducedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Language is { } language && !LanguageFinder.IsRead(language))
            throw new TextFormException(TextRefusal.Language, $"The text seems to be in {LanguageFinder.NameOf(language)}, which is not read; English and French are. Send a translation, or a report.");
    }

    private static ReducedText Finish(ReducedText text)
    {
        if (Encoding.UTF8.GetByteCount(text.Body) > TextLimits.TextBytes)
            throw new TextFormException(TextRefusal.TooLarge, $"The text is longer than {TextLimits.TextBytes} bytes of UTF-8 when everything else is taken away.");
        if (string.IsNullOrWhiteSpace(text.Title) && string.IsNullOrWhiteSpace(text.Body))
            throw new TextFormException(TextRefusal.Empty, "There are no words in it.");
        return text with { Language = LanguageFinder.Of(text.Text), Agency = AgencyCredit.Of(text.Title, text.Body) };
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new TextFormException(TextRefusal.Malformed, "The text is not valid UTF-8. Save it as UTF-8 and try again.", e);
        }
    }
}
