using Alerts.Platform.Storage;
using Alerts.V1;

namespace Alerts.Platform.Messaging;

/// <summary>What a service does with one event. Called on the store's writer, one event at a time, in order, each at most once effectively.</summary>
public interface IEventApplier
{
    /// <summary>Applies one event within the unit that also marks it as received.</summary>
    /// <remarks>
    /// Any exception but <see cref="StoreUnavailableException"/> counts as poison: the event's changes are undone and it goes to the dead
    /// letters with the exception's message as reason. State in memory must follow <see cref="IWriteSession.AfterCommit"/> or be mended in
    /// <see cref="IWriteSession.AfterRollback"/>.
    /// </remarks>
    void Apply(IWriteSession session, Event body);
}
