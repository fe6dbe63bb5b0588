namespace Alerts.Notify.Streaming;

// Where one subscription's frames go. One writer; a call returns once the frame is on its way.
internal interface IFrameSink
{
    Task WriteAsync(StreamFrame frame, CancellationToken cancellationToken);
}
