using Alerts.Notify.Log;
using Alerts.Notify.Watches;
using Alerts.Terms;

namespace Alerts.Notify.Streaming;

// What one subscriber may and wants to see, and how often it wants to hear that there is nothing.
internal sealed record SubscriptionTerms(Scope Organisation, AlertFilter Filter, TimeSpan BookmarkInterval)
{
    // In which its alerts are said.
    public Language Language { get; init; } = Language.English;

    public bool Admits(LogEntry entry) => entry.IsVisibleTo(Organisation) && Filter.Matches(entry.Reach);
}
