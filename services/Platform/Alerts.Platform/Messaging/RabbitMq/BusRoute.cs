namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>One queue of the bus: the way of a topic to one consumer, and what one consumer has yet to receive of one topic.</summary>
/// <param name="Topic">One of <see cref="Topics"/>; also the name of the fanout exchange that packs are published to.</param>
/// <param name="Consumer">Name of the consumer, such as <c>risk</c>.</param>
public sealed record BusRoute(string Topic, string Consumer)
{
    // What a dead-letter queue adds to the name of its queue.
    internal const string DeadSuffix = ".dead";

    /// <summary>The queues of the product. Every process declares all of them, so that a producer that starts first loses nothing.</summary>
    public static IReadOnlyList<BusRoute> All { get; } = [new(Topics.Incidents, "risk"), new(Topics.Situations, "notify")];

    /// <summary>Name of the queue, such as <c>alerts.incidents.risk</c>.</summary>
    public string Name => $"{Topic}.{Consumer}";

    /// <summary>Name of its dead-letter queue and of the exchange before it, such as <c>alerts.incidents.risk.dead</c>.</summary>
    public string Dead => Name + DeadSuffix;
}
