namespace Alerts.TextForms;

/// <summary>What a text may be at most. Every limit is far beyond real texts and keeps a hostile one from costing seconds.</summary>
public static class TextLimits
{
    /// <summary>Bytes of a file: 8 MiB. A page with its pictures inline, or an e-mail with a few photographs.</summary>
    public const int FileBytes = 8 * 1024 * 1024;

    /// <summary>Bytes of what is left of one text, as UTF-8: 1 MiB, a book of some 200,000 words.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>Elements of a page: 30,000. Pages of news have some thousands.</summary>
    public const int Elements = 30_000;

    /// <summary>Levels of elements in a page: 200. Pages of news have some thirty.</summary>
    public const int ElementDepth = 200;

    /// <summary>Levels of parts in an e-mail: 16. A forward of a forward has five.</summary>
    public const int PartDepth = 16;

    /// <summary>Parts of an e-mail: 500.</summary>
    public const int Parts = 500;

    /// <summary>Messages of a chat: 5,000.</summary>
    public const int Messages = 5_000;
}
