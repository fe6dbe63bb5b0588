namespace Alerts.Notify.Watches;

// Writes of watches within one unit. Not thread safe.
internal interface IWatchUnit
{
    Watch? Find(WatchOwner owner, string id);

    long Count(WatchOwner owner);

    void Insert(Watch watch);

    void Replace(Watch watch);

    bool Delete(WatchOwner owner, string id, DateTimeOffset now);
}
