namespace Alerts.Tests.Conformance.Support;

/// <summary>Waits for what another process does, which no clock of ours drives.</summary>
internal static class Poll
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    // Minutes on a busy machine; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    public static Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken) => UntilAsync(() => Task.FromResult(condition()), cancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Longest);
        while (!await condition())
            await Task.Delay(Interval, TimeProvider.System, limited.Token);
    }
}
