using Alerts.Gateway;
using Alerts.Gateway.Limits;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

public sealed class UploadLimitTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Upload_BeyondTheLimit_WaitsUntilThereIsRoomAndOthersDoNot()
    {
        var time = new FakeTimeProvider();
        using var callers = new LimitedCallers(new CallerLimits { MegabytesPerMinute = 1 }, time);
        using var rest = new MemoryStream(new byte[11 * Megabyte]);
        await using var body = new MeteredBody(rest, (bytes, cancel) => callers.UploadedAsync("greedy", bytes, cancel));
        byte[] buffer = new byte[Megabyte];
        // What a rest of ten minutes allows.
        for (int i = 0; i < 10; i++)
            Assert.Equal(Megabyte, await body.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Task<int> next = body.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        Assert.False(next.IsCompleted);
        await callers.UploadedAsync("another", Megabyte, TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
    }
}
