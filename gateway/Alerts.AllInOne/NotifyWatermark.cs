using Alerts.Notify.Streaming;
using Alerts.Platform.Health;

namespace Alerts.AllInOne;

/// <summary>Tells the status what the alert log knows of its completeness. Thread safe.</summary>
/// <param name="watermark">Notify's.</param>
internal sealed class NotifyWatermark(IWatermark watermark) : IWatermarkSource
{
    public DateTimeOffset? CompleteThrough => watermark.CompleteThrough;

    public DateTimeOffset? BlindSince => watermark.BlindSince;
}
