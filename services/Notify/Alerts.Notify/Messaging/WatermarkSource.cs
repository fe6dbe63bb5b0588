using Alerts.Notify.Streaming;
using Alerts.Platform.Health;

namespace Alerts.Notify.Messaging;

// Tells status, readiness and metrics what the alert log knows of its completeness.
internal sealed class WatermarkSource(IWatermark watermark) : IWatermarkSource
{
    public DateTimeOffset? CompleteThrough => watermark.CompleteThrough;

    public DateTimeOffset? BlindSince => watermark.BlindSince;

    public TimeSpan FanOutLag => watermark.HeadAge;
}
