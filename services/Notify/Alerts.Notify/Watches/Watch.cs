namespace Alerts.Notify.Watches;

// A stored watch. Filter holds the filter as its owner wrote it, Settings what else was said, both in bytes that only the edge reads.
// Version is 1 and upwards.
internal sealed record Watch(
    string Id,
    WatchOwner Owner,
    string DisplayName,
    ReadOnlyMemory<byte> Filter,
    ReadOnlyMemory<byte> Settings,
    long Version,
    DateTimeOffset Created,
    DateTimeOffset Updated);
