namespace Alerts.Notify.Streaming;

// Where one subscription's frames go. One writer. What a subscriber does not take waits here, a few frames at most; the rest stays in the log.
internal interface IFrameSink
{
    // Whether the subscriber has not taken what was sent for so long that the next call cuts it. Thread safe.
    bool IsStuck { get; }

    // Takes a frame, once there is room for it. SLOW when the subscriber has taken nothing for too long.
    ValueTask WriteAsync(StreamFrame frame, CancellationToken cancellationToken);

    // Nothing more is due for now: sends what was taken so far, and does not wait until it is gone. SLOW as above.
    ValueTask FlushAsync(CancellationToken cancellationToken);
}
