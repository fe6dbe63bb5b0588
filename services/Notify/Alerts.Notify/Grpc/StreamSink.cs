using Alerts.Notify.Streaming;
using Alerts.Terms;
using Grpc.Core;

namespace Alerts.Notify.Grpc;

// Writes one subscriber's frames to its call, and gives up on a subscriber that takes nothing: WriteAsync alone would wait for ever.
internal sealed class StreamSink(
    IServerStreamWriter<V1.StreamAlertsResponse> stream, FrameEncoder encoder, Guid logId, Scope organisation, TimeSpan stuckAfter, TimeProvider time)
    : IFrameSink
{
    public async Task WriteAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        Task write = stream.WriteAsync(encoder.Encode(frame, logId, organisation), cancellationToken);
        if (write.IsCompleted)
        {
            await write;
            return;
        }

        try
        {
            await write.WaitAsync(stuckAfter, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new AlertsException(
                ErrorKind.ResourceExhausted,
                ErrorReasons.Slow,
                $"The stream took nothing for {stuckAfter.TotalSeconds:0} s and was cut; come back with the last cursor.")
            {
                RetryAfter = TimeSpan.FromSeconds(1),
            };
        }
    }
}
