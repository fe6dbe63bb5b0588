namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>How full a queue is at one moment.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Exists">Whether the broker has it; when not, the numbers are 0.</param>
/// <param name="Waiting">Packs that wait, 0 and upwards; what a consumer has in hand is not counted.</param>
/// <param name="Consumers">Consumers, active and waiting, 0 and upwards.</param>
public sealed record QueueState(string Queue, bool Exists, long Waiting, long Consumers)
{
    /// <summary>Whether it holds what could not be handled.</summary>
    public bool HoldsDeadLetters => Queue.EndsWith(BusRoute.DeadSuffix, StringComparison.Ordinal);
}
