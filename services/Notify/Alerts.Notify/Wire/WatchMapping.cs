using Alerts.Notify.Watches;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Wire;

// Watches between the contract and the core.
internal static class WatchMapping
{
    public static V1.Watch ToProto(Watch watch)
    {
        V1.Watch settings = SettingsOf(watch);
        return new V1.Watch
        {
            Name = Names.Watches + watch.Id,
            DisplayName = watch.DisplayName,
            Filter = FilterOf(watch),
            CreateTime = watch.Created.ToTimestamp(),
            UpdateTime = watch.Updated.ToTimestamp(),
            Etag = Etag(watch),
            Language = settings.Language,
            QuietHours = settings.QuietHours,
            Silence = settings.Silence,
        };
    }

    public static V1.AlertFilter FilterOf(Watch watch) => V1.AlertFilter.Parser.ParseFrom(watch.Filter.Span);

    // Only what ToSettings keeps is set.
    public static V1.Watch SettingsOf(Watch watch) => V1.Watch.Parser.ParseFrom(watch.Settings.Span);

    public static string Etag(Watch watch) => $"w{watch.Version}";

    public static byte[] ToBytes(V1.AlertFilter? filter) => (filter ?? new V1.AlertFilter()).ToByteArray();

    // What the store keeps of a watch beside its filter. The silence is one that HushMapping has made.
    public static V1.Watch ToSettings(V1.Watch watch, V1.Silence? silence) =>
        new() { Language = watch.Language, QuietHours = watch.QuietHours, Silence = silence };
}
