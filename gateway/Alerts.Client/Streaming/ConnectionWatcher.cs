using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Client.Streaming;

// Tells the callback about changes, and about nothing else.
internal sealed class ConnectionWatcher(Action<ConnectionChange>? callback)
{
    private bool _wasConnected;
    private string _closing = "";
    private Timestamp? _blindSince;

    public void See(StreamAlertsResponse frame)
    {
        switch (frame.FrameCase)
        {
            case StreamAlertsResponse.FrameOneofCase.Subscribed:
                callback?.Invoke(new ConnectionChange(_wasConnected ? ConnectionState.Resumed : ConnectionState.Connected));
                _wasConnected = true;
                SeeBlind(frame.Subscribed.BlindSinceTime);
                break;
            case StreamAlertsResponse.FrameOneofCase.Bookmark:
                SeeBlind(frame.Bookmark.BlindSinceTime);
                break;
            case StreamAlertsResponse.FrameOneofCase.Closing:
                _closing = frame.Closing.Reason;
                break;
        }
    }

    public void Lose(Connection.Loss loss, TimeSpan wait)
    {
        string detail = _closing.Length > 0 ? $"The server ended the stream: {_closing}." : loss.Detail;
        _closing = "";
        callback?.Invoke(new ConnectionChange(ConnectionState.Lost, detail, loss.Error, wait));
    }

    private void SeeBlind(Timestamp? since)
    {
        if (since is not null && !since.Equals(_blindSince))
            callback?.Invoke(new ConnectionChange(ConnectionState.Blind, BlindSince: since.ToDateTimeOffset()));
        else if (since is null && _blindSince is not null)
            callback?.Invoke(new ConnectionChange(ConnectionState.BlindOver));
        _blindSince = since;
    }
}
