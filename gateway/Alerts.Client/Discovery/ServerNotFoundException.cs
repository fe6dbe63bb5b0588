namespace Alerts.Client.Discovery;

/// <summary>No usable server address was found. The message is for people and says what to do.</summary>
public sealed class ServerNotFoundException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">Its cause; null when there is none.</param>
    public ServerNotFoundException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
