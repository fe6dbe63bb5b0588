namespace Alerts.Client.Streaming;

/// <summary>What has changed about the connection of a stream.</summary>
public enum ConnectionState
{
    /// <summary>Connected for the first time.</summary>
    Connected,

    /// <summary>No connection: an attempt failed, the server ended the stream, or nothing came for too long. Told again with every failed attempt.</summary>
    Lost,

    /// <summary>Connected again and going on from the last handled cursor: nothing is missing.</summary>
    Resumed,

    /// <summary>Connected, and the server says that reports do not get through: silence proves nothing.</summary>
    Blind,

    /// <summary>Reports get through again.</summary>
    BlindOver,
}
