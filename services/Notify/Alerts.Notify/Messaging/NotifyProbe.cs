using Alerts.Notify.Streaming;
using Alerts.Platform.Health;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Notify.Messaging;

// Whether this process shows what the log holds and whether watermarks arrive; counts events that could not be applied.
internal sealed class NotifyProbe([FromKeyedServices(NotifySetup.StoreName)] IStore store, Watermark watermark) : IProgressProbe
{
    // The log is read each second; ten times that is not a hiccup.
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(10);

    public string Part => NotifySetup.StoreName;

    public async Task<Progress> MeasureAsync(CancellationToken cancellationToken)
    {
        long dead = await store.ReadAsync(s => s.QueryFirst("SELECT COUNT(*) FROM dead_letter", r => r.GetInt64(0)), cancellationToken);
        string detail = watermark.HeadAge > StuckAfter
            ? $"The alert log was last read {watermark.HeadAge.TotalSeconds:0} s ago."
            : watermark.BlindSince is { } since ? $"BLIND since {since:yyyy-MM-dd HH:mm} UTC: reports are not being judged." : "";
        return new Progress(detail.Length == 0, detail, 0, dead);
    }
}
