using Alerts.Client.Streaming;

namespace Alerts.Tests.Unit.Client;

internal sealed class MemoryCursors : ICursorStore
{
    public string? Saved { get; set; }

    public ValueTask<string?> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(Saved);

    public ValueTask WriteAsync(string cursor, CancellationToken cancellation)
    {
        Saved = cursor;
        return ValueTask.CompletedTask;
    }
}
