using Alerts.Client.Streaming;

namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>A cursor that outlives its subscriber, but not the test.</summary>
internal sealed class MemoryCursorStore : ICursorStore
{
    private string? _cursor;

    /// <inheritdoc/>
    public ValueTask<string?> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(_cursor);

    /// <inheritdoc/>
    public ValueTask WriteAsync(string cursor, CancellationToken cancellation)
    {
        _cursor = cursor;
        return ValueTask.CompletedTask;
    }
}
