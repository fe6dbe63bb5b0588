namespace Alerts.TextForms;

/// <summary>What is left of a page, an e-mail or a message when everything but its words is taken away. Immutable and thread safe.</summary>
public sealed record ReducedText
{
    /// <summary>The form that it had.</summary>
    public required TextForm Form { get; init; }

    /// <summary>Title of the page, or subject; one line; empty when there is none. A plain text's title stays in its body.</summary>
    public string Title { get; init; } = "";

    /// <summary>The words without the title: paragraphs with empty lines between. A plain text without headers is kept to the char.</summary>
    public required string Body { get; init; }

    /// <summary>When it was sent or published, as the form says; null when it does not.</summary>
    public DateTimeOffset? SentTime { get; init; }

    /// <summary>Who sent or published it; null when the form does not say.</summary>
    public TextSender? Sender { get; init; }

    /// <summary>The news agency that the text credits in its title, its dateline or its last line ("(AFP)"); empty when it credits none, or several.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Whether it was passed on: the sender is then the first one that is known, or null.</summary>
    public bool Forwarded { get; init; }

    /// <summary>Address of the page; empty when it does not give one.</summary>
    public string Url { get; init; } = "";

    /// <summary>The language, ISO 639-1; null when the text is too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>What was taken away or assumed, in plain English sentences without anything of the text.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Title and body as a reader takes them: the title is the first paragraph.</summary>
    public string Text => Title.Length == 0 ? Body : $"{Title}\n\n{Body}";
}
