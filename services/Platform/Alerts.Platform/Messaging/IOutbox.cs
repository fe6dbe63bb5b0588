using Alerts.Platform.Storage;
using Alerts.V1;

namespace Alerts.Platform.Messaging;

/// <summary>Where a service puts events in the same unit as the change they tell of. Thread safe.</summary>
public interface IOutbox
{
    /// <summary>Stores an event to be published after the unit is committed, in commit order.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="body">An event with scope and body set; event id, record time and trace context are set here when empty.</param>
    void Add(IWriteSession session, Event body);
}
