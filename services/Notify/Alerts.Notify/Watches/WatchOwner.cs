using Alerts.Terms;

namespace Alerts.Notify.Watches;

// Who a watch belongs to; nobody else learns that it exists.
internal readonly record struct WatchOwner(Scope Organisation, string Subject);
