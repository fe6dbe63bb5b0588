namespace Alerts.TextForms;

/// <summary>Why a text is not taken.</summary>
public enum TextRefusal
{
    /// <summary>It is larger than any real one.</summary>
    TooLarge,

    /// <summary>It is nested deeper, or has more pieces, than any real one.</summary>
    TooComplex,

    /// <summary>It is not text, or not in the form that it claims to have.</summary>
    Malformed,

    /// <summary>No words are in it.</summary>
    Empty,

    /// <summary>It is in a language that is not read.</summary>
    Language,
}
