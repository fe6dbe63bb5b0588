using System.IO.Pipelines;
using Alerts.Notify.Streaming;
using Alerts.Platform.Faults;

namespace Alerts.Notify.Grpc;

// Writes one subscriber's frames as bytes into the response of its gRPC call. A flush is left to itself: nobody waits for it until there is
// more to write, so that a delivery costs no wake-up of its own. At most BatchBytes and one frame are in the pipe untaken.
internal sealed class PipeSink(PipeWriter body, FrameTarget target, FrameEncoder encoder, SlowCut cut) : IFrameSink
{
    // Backlog goes out in pieces: two of HTTP/2's largest frames. Larger ones would save little, and ten thousand that come back at once hold one each.
    private const int BatchBytes = 32 * 1024;

    private ValueTask<FlushResult> _flush;
    private int _batched;
    private bool _isFlushing;

    public bool IsStuck => cut.IsDue;

    public ValueTask WriteAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        if (_isFlushing)
            return WriteLaterAsync(frame, cancellationToken);
        Write(frame);
        return ValueTask.CompletedTask;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_isFlushing)
        {
            if (_flush.IsCompleted)
                return SettleAsync(cancellationToken);
            cut.ThrowIfDue();
        }
        else if (_batched > 0)
        {
            Flush();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask WriteLaterAsync(StreamFrame frame, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        Write(frame);
    }

    private void Write(StreamFrame frame)
    {
        if (frame is StreamFrame.Bookmark)
            Failpoints.Bookmark.Pass();
        _batched += encoder.Write(frame, target, body);
        Failpoints.FrameWrite.Pass();
        if (_batched >= BatchBytes)
            Flush();
    }

    private void Flush()
    {
        _batched = 0;
        _isFlushing = true;
        cut.Begin();
        // The call's end completes the pipe, and with it a flush that waits. Kept and not awaited: SettleAsync takes its outcome, once.
#pragma warning disable CA2012
        _flush = body.FlushAsync(CancellationToken.None);
#pragma warning restore CA2012
    }

    private async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        if (!_isFlushing)
            return;
        if (_flush.IsCompleted)
            _ = _flush.Result;
        else
            await cut.WaitAsync(_flush.AsTask(), cancellationToken);
        cut.End();
        _isFlushing = false;
    }
}
