using Alerts.Notify.Log;
using Alerts.Notify.Watches;
using Alerts.Platform.Storage;

namespace Alerts.Notify.Wire;

// How edges that work inside a unit of the store reach the core's writers without knowing how they are stored.
internal delegate ILogUnit OpenLogUnit(IWriteSession session);

internal delegate IWatchUnit OpenWatchUnit(IWriteSession session);
