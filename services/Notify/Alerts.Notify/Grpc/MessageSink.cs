using System.Buffers;
using Alerts.Notify.Streaming;
using Grpc.Core;

namespace Alerts.Notify.Grpc;

// Writes one subscriber's frames as messages, for calls whose bytes are made elsewhere: the JSON of REST. One message is on its way at a time.
internal sealed class MessageSink(IServerStreamWriter<V1.StreamAlertsResponse> stream, FrameTarget target, FrameEncoder encoder, SlowCut cut) : IFrameSink
{
    private Task _write = Task.CompletedTask;

    public bool IsStuck => cut.IsDue;

    public async ValueTask WriteAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        if (_write.IsCompleted)
            await _write;
        else
            await cut.WaitAsync(_write, cancellationToken);
        cut.Begin();
        var bytes = new ArrayBufferWriter<byte>();
        encoder.Write(frame, target, bytes);
        _write = stream.WriteAsync(V1.StreamAlertsResponse.Parser.ParseFrom(bytes.WrittenSpan[FrameEncoder.PrefixBytes..]), cancellationToken);
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_write.IsCompleted)
            cut.End();
        else
            cut.ThrowIfDue();
        return ValueTask.CompletedTask;
    }
}
