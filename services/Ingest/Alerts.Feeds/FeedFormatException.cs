namespace Alerts.Feeds;

/// <summary>The file as a whole is not in the format. The message is plain English.</summary>
public sealed class FeedFormatException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong with the file.</param>
    /// <param name="inner">Its cause; null when there is none.</param>
    public FeedFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
