namespace Alerts.Terms;

/// <summary>The same said in English and in French.</summary>
/// <param name="English">In English.</param>
/// <param name="French">In French.</param>
/// <remarks>Immutable and thread safe.</remarks>
public sealed record Phrase(string English, string French)
{
    /// <summary>Nothing, in either language.</summary>
    public static Phrase Empty { get; } = new("", "");

    /// <summary>One after the other, without a space between.</summary>
    public static Phrase operator +(Phrase first, Phrase second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new Phrase(first.English + second.English, first.French + second.French);
    }

    /// <summary>What is the same in both languages: a name, a figure, what a person wrote.</summary>
    public static Phrase Of(string text) => new(text, text);

    /// <summary>Phrases in their order with a space between; what is empty is left out.</summary>
    public static Phrase Sentences(params IEnumerable<Phrase> phrases)
    {
        Phrase[] said = [.. phrases.Where(phrase => phrase.English.Length > 0)];
        return new Phrase(string.Join(' ', said.Select(phrase => phrase.English)), string.Join(' ', said.Select(phrase => phrase.French)));
    }

    /// <summary>Phrases in their order with a comma and a space between.</summary>
    public static Phrase List(IEnumerable<Phrase> phrases)
    {
        Phrase[] said = [.. phrases];
        return new Phrase(string.Join(", ", said.Select(phrase => phrase.English)), string.Join(", ", said.Select(phrase => phrase.French)));
    }

    /// <summary>In a language.</summary>
    public string In(Language language) => language == Language.French ? French : English;

    /// <summary>The English.</summary>
    public override string ToString() => English;
}
