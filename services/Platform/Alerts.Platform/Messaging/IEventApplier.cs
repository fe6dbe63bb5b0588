using Alerts.Platform.Storage;
using Alerts.V1;

namespace Alerts.Platform.Messaging;

/// <summary>What a service does with one event. Called on the store's writer, one event at a time, in order, each at most once effectively: what was undone may be applied again.</summary>
public interface IEventApplier
{
    /// <summary>Applies one event within the unit that also marks it as received.</summary>
    /// <remarks>
    /// Any exception but <see cref="StoreUnavailableException"/> counts as poison: the event's changes are undone, with those of the events
    /// of its pack, which are applied again, and it goes to the dead letters with the exception's message as reason. State in memory must follow <see cref="IWriteSession.AfterCommit"/> or be mended in
    /// <see cref="IWriteSession.AfterRollback"/>.
    /// </remarks>
    void Apply(IWriteSession session, Event body);

    /// <summary>
    /// Looks ahead at events that may be applied one after the other in one unit, so that what they need can be asked in one go. Those that turn out
    /// to have been received before are not applied.
    /// </summary>
    /// <param name="session">The unit; for <see cref="IReadSession.Ask"/> only.</param>
    /// <param name="events">The events, in order.</param>
    /// <returns>Applies one of them as <see cref="Apply"/> does; of no use after a failure.</returns>
    Action<Event> Begin(IWriteSession session, IReadOnlyList<Event> events) => body => Apply(session, body);
}
