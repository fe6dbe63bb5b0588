using Alerts.Notify.Watches;
using Alerts.Notify.Wire;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Platform.Requests;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Terms;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Notify.Grpc;

// The watches of the caller. Another principal's do not exist.
internal sealed class WatchCommands(
    [FromKeyedServices(NotifySetup.StoreName)] IStore store,
    OpenWatchUnit open,
    IWatchReader watches,
    WatchFollower follower,
    FilterMapping filters,
    PageTokens pages,
    DomainClock clock)
{
    private const int MaximumWatches = 100;
    private const int MaximumName = 100;
    private const string DisplayNamePath = "display_name";
    private const string FilterPath = "filter";
    private const string LanguagePath = "language";
    private const string QuietHoursPath = "quiet_hours";
    private const string SilencePath = "silence";

    private static readonly string[] Paths = [DisplayNamePath, FilterPath, LanguagePath, QuietHoursPath, SilencePath];

    public async Task<V1.CreateWatchResponse> CreateAsync(V1.CreateWatchRequest request, Principal caller, CancellationToken cancellationToken)
    {
        if (request.Watch is null)
            throw AlertsException.Invalid("watch", "is required.");
        Check(request.Watch);
        RequestKey? key = RequestLedger.KeyOf(caller, request.RequestId);
        DateTimeOffset now = Now();
        var watch = new Watch(
            Guid.CreateVersion7(now).ToString(), Owner(caller), request.Watch.DisplayName, WatchMapping.ToBytes(request.Watch.Filter),
            WatchMapping.ToSettings(request.Watch, HushMapping.ToStored(request.Watch.Silence, now, "watch.silence")).ToByteArray(), 1, now, now);
        var withoutId = new V1.CreateWatchRequest(request) { RequestId = "" };
        byte[] answer = await store.WriteAsync(
            session => RequestLedger.Once(session, key, withoutId.ToByteArray(), now, () =>
            {
                IWatchUnit unit = open(session);
                if (unit.Count(watch.Owner) >= MaximumWatches)
                    throw new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.WatchLimit, $"You have {MaximumWatches} watches; delete one first.");
                unit.Insert(watch);
                return new V1.CreateWatchResponse { Watch = WatchMapping.ToProto(watch) }.ToByteArray();
            }),
            cancellationToken);
        return V1.CreateWatchResponse.Parser.ParseFrom(answer);
    }

    public async Task<V1.GetWatchResponse> GetAsync(V1.GetWatchRequest request, Principal caller, CancellationToken cancellationToken)
    {
        string id = Names.Id("name", request.Name, Names.Watches);
        Watch watch = await watches.FindAsync(Owner(caller), id, cancellationToken) ?? throw AlertsException.NoSuch(request.Name);
        return new V1.GetWatchResponse { Watch = WatchMapping.ToProto(watch) };
    }

    public async Task<V1.ListWatchesResponse> ListAsync(V1.ListWatchesRequest request, Principal caller, CancellationToken cancellationToken)
    {
        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListWatches\n{caller.Subject}";
        (DateTimeOffset, string)? after = pages.Read(caller, bound, request.PageToken)?.Split(' ') is [var created, var id]
            ? (Instants.FromMicroseconds(long.Parse(created)), id)
            : null;
        IReadOnlyList<Watch> found = await watches.ListAsync(Owner(caller), after, size + 1, cancellationToken);
        var answer = new V1.ListWatchesResponse();
        answer.Watches.AddRange(found.Take(size).Select(WatchMapping.ToProto));
        if (found.Count > size)
            answer.NextPageToken = pages.Create(caller, bound, $"{found[size - 1].Created.ToMicroseconds()} {found[size - 1].Id}");
        return answer;
    }

    public async Task<V1.UpdateWatchResponse> UpdateAsync(V1.UpdateWatchRequest request, Principal caller, CancellationToken cancellationToken)
    {
        if (request.Watch is null)
            throw AlertsException.Invalid("watch", "is required.");
        string id = Names.Id("watch.name", request.Watch.Name, Names.Watches);
        IReadOnlyCollection<string> paths = request.UpdateMask?.Paths is { Count: > 0 } given ? given : [DisplayNamePath, FilterPath];
        if (paths.Except(Paths).Any())
            throw AlertsException.Invalid("update_mask", $"may name {string.Join(", ", Paths)} only.");
        Check(request.Watch);
        V1.Silence? silence = paths.Contains(SilencePath) ? HushMapping.ToStored(request.Watch.Silence, Now(), "watch.silence") : null;
        Watch updated = await store.WriteAsync(
            session =>
            {
                IWatchUnit unit = open(session);
                Watch watch = unit.Find(Owner(caller), id) ?? throw AlertsException.NoSuch(request.Watch.Name);
                if (request.Watch.Etag.Length > 0 && request.Watch.Etag != WatchMapping.Etag(watch))
                    throw new AlertsException(ErrorKind.Aborted, ErrorReasons.EtagMismatch, "The watch was changed since you read it; read it again and repeat.");
                V1.Watch settings = WatchMapping.SettingsOf(watch);
                if (paths.Contains(LanguagePath))
                    settings.Language = request.Watch.Language;
                if (paths.Contains(QuietHoursPath))
                    settings.QuietHours = request.Watch.QuietHours;
                if (paths.Contains(SilencePath))
                    settings.Silence = silence;
                Watch next = watch with
                {
                    DisplayName = paths.Contains(DisplayNamePath) ? request.Watch.DisplayName : watch.DisplayName,
                    Filter = paths.Contains(FilterPath) ? WatchMapping.ToBytes(request.Watch.Filter) : watch.Filter,
                    Settings = settings.ToByteArray(),
                    Version = watch.Version + 1,
                    Updated = Now(),
                };
                unit.Replace(next);
                return next;
            },
            cancellationToken);
        follower.Wake();
        return new V1.UpdateWatchResponse { Watch = WatchMapping.ToProto(updated) };
    }

    public async Task<V1.DeleteWatchResponse> DeleteAsync(V1.DeleteWatchRequest request, Principal caller, CancellationToken cancellationToken)
    {
        string id = Names.Id("name", request.Name, Names.Watches);
        bool existed = await store.WriteAsync(session => open(session).Delete(Owner(caller), id, Now()), cancellationToken);
        if (!existed)
            throw AlertsException.NoSuch(request.Name);
        follower.Wake();
        return new V1.DeleteWatchResponse();
    }

    private static WatchOwner Owner(Principal caller) => new(caller.Organisation, caller.Subject);

    // As the store keeps it, so that the first answer and later ones agree.
    private DateTimeOffset Now() => Instants.FromMicroseconds(clock.Now.ToMicroseconds());

    private void Check(V1.Watch watch)
    {
        if (watch.DisplayName.Length > MaximumName)
            throw AlertsException.Invalid("watch.display_name", $"at most {MaximumName} characters.");
        filters.ToFilter(watch.Filter, "watch.filter");
        LanguageMapping.Of(watch.Language, "watch.language");
        HushMapping.ToQuietHours(watch.QuietHours, "watch.quiet_hours");
    }
}
