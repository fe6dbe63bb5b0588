using Alerts.Platform.Health;

namespace Alerts.Tests.Unit.Gateway;

internal sealed class TestWatermark : IWatermarkSource
{
    public DateTimeOffset? CompleteThrough { get; set; }

    public DateTimeOffset? BlindSince { get; set; }

    public TimeSpan FanOutLag => TimeSpan.Zero;
}
