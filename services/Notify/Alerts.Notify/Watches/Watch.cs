namespace Alerts.Notify.Watches;

// A stored watch. Filter holds the filter as its owner wrote it, in bytes that only the edge reads. Version is 1 and upwards.
internal sealed record Watch(
    string Id,
    WatchOwner Owner,
    string DisplayName,
    ReadOnlyMemory<byte> Filter,
    long Version,
    DateTimeOffset Created,
    DateTimeOffset Updated);
