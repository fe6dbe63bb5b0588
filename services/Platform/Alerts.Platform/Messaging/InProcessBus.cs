using System.Collections.Frozen;
using Alerts.V1;

namespace Alerts.Platform.Messaging;

/// <summary>
/// Hands packs to consumers in the same process. Invariant: a publish completes only after every consumer has committed its inbox or
/// dead-letter rows, so it is a confirm like a broker's. Thread safe.
/// </summary>
/// <param name="subscriptions">Who consumes which topic.</param>
public sealed class InProcessBus(IEnumerable<Subscription> subscriptions) : IEventBus
{
    private readonly FrozenDictionary<string, InboxConsumer[]> _consumers = subscriptions
        .GroupBy(s => s.Topic)
        .ToFrozenDictionary(g => g.Key, g => g.Select(s => s.Consumer).ToArray());

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nobody consumes the topic: the pack would be lost.</exception>
    public async Task PublishAsync(string topic, EventPack pack, CancellationToken cancellationToken)
    {
        if (!_consumers.TryGetValue(topic, out InboxConsumer[]? consumers))
            throw new InvalidOperationException($"Nobody consumes {topic}: the pack would be lost.");
        foreach (InboxConsumer consumer in consumers)
            await consumer.ConsumeAsync(pack, cancellationToken).ConfigureAwait(false);
    }
}
