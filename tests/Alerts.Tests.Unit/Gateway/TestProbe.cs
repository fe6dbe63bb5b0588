using Alerts.Platform.Health;

namespace Alerts.Tests.Unit.Gateway;

internal sealed class TestProbe : IProgressProbe
{
    public string Part => "ingest";

    public Progress Progress { get; set; } = new(true, "", 0, 0);

    public Task<Progress> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult(Progress);
}
