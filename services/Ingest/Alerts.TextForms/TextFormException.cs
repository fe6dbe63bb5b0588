namespace Alerts.TextForms;

/// <summary>A text that is not taken. The message says why and what to do, in plain English, and holds nothing of the text.</summary>
public sealed class TextFormException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">Why and what to do.</param>
    /// <param name="inner">Its cause; null when there is none.</param>
    public TextFormException(TextRefusal reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why, for programs.</summary>
    public TextRefusal Reason { get; }
}
