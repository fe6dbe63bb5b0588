namespace Alerts.Terms;

/// <summary>A language in which alerts are said. There are two: <see cref="English"/> and <see cref="French"/>.</summary>
/// <remarks>Immutable and thread safe; each language is one object, so that references compare.</remarks>
public sealed class Language
{
    private Language(string tag) => Tag = tag;

    /// <summary>English, "en": what is taken where nobody chose.</summary>
    public static Language English { get; } = new("en");

    /// <summary>French, "fr".</summary>
    public static Language French { get; } = new("fr");

    /// <summary>Both, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, French];

    /// <summary>BCP 47 tag: "en" or "fr".</summary>
    public string Tag { get; }

    /// <summary>The language of a BCP 47 tag in any case; what follows the first subtag, as in "fr-ML", is not looked at.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Null for a language that alerts are not said in, and for what is no tag.</returns>
    public static Language? Find(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        int end = tag.IndexOf('-');
        string primary = end < 0 ? tag : tag[..end];
        return All.FirstOrDefault(language => language.Tag.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override string ToString() => Tag;
}
