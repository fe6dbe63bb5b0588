namespace Alerts.Tests.EndToEnd.Faults.Load;

/// <summary>What is reported to and listened to, over everything that happens to it.</summary>
internal interface IServerLine
{
    /// <summary>The one that listens; while none does, the next.</summary>
    Task<RunningServer> CurrentAsync(CancellationToken cancellationToken);
}
