using Alerts.V1;

namespace Alerts.Platform.Messaging;

/// <summary>Carries packs of events between services. Thread safe.</summary>
public interface IEventBus
{
    /// <summary>Publishes a pack.</summary>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="pack">1 or more events in commit order.</param>
    /// <param name="cancellationToken">The publish deadline.</param>
    /// <returns>Completes once every consumer, or the broker on their behalf, has the pack on disk: it is a confirm.</returns>
    Task PublishAsync(string topic, EventPack pack, CancellationToken cancellationToken);
}
