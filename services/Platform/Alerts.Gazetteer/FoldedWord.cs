namespace Alerts.Gazetteer;

/// <summary>One word of a text and its folded form.</summary>
/// <param name="Start">Index of the word's first char in the text, from 0.</param>
/// <param name="Length">Length of the word in the text, in UTF-16 chars, at least 1.</param>
/// <param name="Text">The folded word: never empty, never with a space. Joined by single spaces, consecutive words give the fold of the text they cover.</param>
public readonly record struct FoldedWord(int Start, int Length, string Text)
{
    /// <summary>Index just behind the word's last char.</summary>
    public int End => Start + Length;
}
