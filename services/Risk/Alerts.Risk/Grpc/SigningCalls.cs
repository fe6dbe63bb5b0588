using System.Globalization;
using Alerts.Gazetteer;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Platform.Requests;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Levels;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LevelOverride = Alerts.Risk.Levels.LevelOverride;
using Place = Alerts.Gazetteer.Place;
using ThreatCategory = Alerts.Terms.ThreatCategory;
using ThreatLevel = Alerts.Terms.ThreatLevel;
using ToSign = Alerts.Risk.Views.ToSign;

namespace Alerts.Risk.Grpc;

/// <summary>What advisers sign. Validates, calls the desk, answers. Thread safe.</summary>
/// <param name="desk">Signs.</param>
/// <param name="list">Finds what waits.</param>
/// <param name="places">The gazetteer.</param>
/// <param name="pages">Page tokens.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="time">Real time.</param>
/// <param name="store">Risk's store.</param>
public sealed class SigningCalls(
    ThreatDesk desk, ToSignList list, PlaceIndex places, PageTokens pages, DomainClock clock, TimeProvider time,
    [Microsoft.Extensions.DependencyInjection.FromKeyedServices(RiskSetup.StoreName)] IStore store)
{
    private const int RationaleLimit = 500;
    private const int LongestHoldDays = 90;

    internal async Task<SignAssessmentResponse> SignAsync(SignAssessmentRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Area area = AreaOf(request.Area);
        ThreatLevel level = LevelOf(request.Level);
        if (!System.Enum.IsDefined((ThreatCategory)request.Category))
            throw AlertsException.Invalid("category", "must be one of the categories of threat.");
        string rationale = RationaleOf(request.Rationale);
        (DateOnly reviewOn, DateTimeOffset reviewAt) = ReviewOf(request.ReviewDate, area);
        SignAssessmentRequest body = request.Clone();
        body.RequestId = "";
        return SignAssessmentResponse.Parser.ParseFrom(await OnceAsync(caller, request.RequestId, body, context, session =>
        {
            SignedArea after = desk.Sign(
                session, caller.Organisation, area, (signed, now) => signed.Sign(new SignedLevel(level, (ThreatCategory)request.Category, rationale, caller.Subject, now, reviewOn, reviewAt)));
            return new SignAssessmentResponse { Assessment = SignedMap.ToAssessed(after.Levels[^1], area) };
        }));
    }

    internal async Task<WithdrawAssessmentResponse> WithdrawAsync(WithdrawAssessmentRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Area area = AreaOf(request.Area);
        var withdrawal = new Withdrawal(caller.Subject, RationaleOf(request.Rationale));
        WithdrawAssessmentRequest body = request.Clone();
        body.RequestId = "";
        return WithdrawAssessmentResponse.Parser.ParseFrom(await OnceAsync(caller, request.RequestId, body, context, session =>
        {
            DateTimeOffset at = default;
            desk.Sign(
                session,
                caller.Organisation,
                area,
                (signed, now) =>
                {
                    at = now;
                    return request.Overrides ? signed.EndOverrides(now, withdrawal) : signed.Withdraw(now, withdrawal);
                });
            return new WithdrawAssessmentResponse { WithdrawTime = Timestamp.FromDateTimeOffset(at) };
        }));
    }

    internal async Task<OverrideLevelResponse> OverrideAsync(OverrideLevelRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        Area area = AreaOf(request.Area);
        ThreatLevel level = LevelOf(request.Level);
        if (request.Direction is not (OverrideDirection.Up or OverrideDirection.Down))
            throw AlertsException.Invalid("direction", "must be UP (at least this level) or DOWN (at most this level, for what is known now).");
        string rationale = RationaleOf(request.Rationale);
        DateTimeOffset end = EndOf(request.EndTime, "end_time", SignedArea.LongestOverrideDays);
        OverrideLevelRequest body = request.Clone();
        body.RequestId = "";
        return OverrideLevelResponse.Parser.ParseFrom(await OnceAsync(caller, request.RequestId, body, context, session =>
        {
            SignedArea after = desk.Override(session, caller.Organisation, area, request.Direction == OverrideDirection.Down, (known, now) => new LevelOverride
            {
                Area = area,
                Level = level,
                Adviser = caller.Subject,
                Rationale = rationale,
                SignedAt = now,
                EndsAt = end,
                KnownSituations = known,
            });
            return new OverrideLevelResponse { Override = SignedMap.ToOverride(after.Overrides[^1]) };
        }));
    }

    internal async Task<HoldFloorResponse> HoldAsync(HoldFloorRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        string rationale = RationaleOf(request.Rationale);
        if (request.Lift && request.UntilTime is not null)
            throw AlertsException.Invalid("until_time", "does not go with lift: a hold that is lifted ends now.");
        DateTimeOffset? until = request.Lift ? null : EndOf(request.UntilTime, "until_time", LongestHoldDays);
        HoldFloorRequest body = request.Clone();
        body.RequestId = "";
        return HoldFloorResponse.Parser.ParseFrom(await OnceAsync(caller, request.RequestId, body, context, session =>
        {
            DateTimeOffset at = desk.Hold(session, caller.Organisation, request.Name, until, caller.Subject, rationale);
            return new HoldFloorResponse { SignTime = Timestamp.FromDateTimeOffset(at) };
        }));
    }

    internal ListToSignResponse List(ListToSignRequest request, ServerCallContext context)
    {
        const string Filter = "ListToSign";
        Principal caller = context.GetPrincipal();
        int size = PageTokens.Size(request.PageSize);
        int skip = pages.Read(caller, Filter, request.PageToken) is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : 0;
        IReadOnlyList<ToSign> found = list.For(caller.Organisation, clock.Now);
        var response = new ListToSignResponse { Items = { found.Skip(skip).Take(size).Select(SignedMap.ToItem) }, TotalSize = found.Count };
        if (skip + size < found.Count)
            response.NextPageToken = pages.Create(caller, Filter, (skip + size).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private Task<byte[]> OnceAsync(Principal caller, string requestId, IMessage body, ServerCallContext context, Func<IWriteSession, IMessage> work)
    {
        RequestKey? key = RequestLedger.KeyOf(caller, requestId);
        return store.WriteAsync(
            session => RequestLedger.Once(session, key, body.ToByteArray(), time.GetUtcNow(), () => work(session).ToByteArray()), context.CancellationToken);
    }

    private Area AreaOf(string name)
    {
        (int? cityId, string? country) = Area.Parse(name);
        if (cityId is null && country is null)
            throw AlertsException.Invalid("area", "must be cities/{geonames_id} or countries/{code}, such as cities/2457163 or countries/ML.");
        if (cityId is { } id)
            return places.Find(id) is { IsScored: true } city ? new Area(id, city.CountryCode) : throw AlertsException.NoSuch(name);
        return places.Scored.Any(city => city.CountryCode == country) ? new Area(null, country!) : throw AlertsException.NoSuch(name);
    }

    private static ThreatLevel LevelOf(V1.ThreatLevel level) => System.Enum.IsDefined((ThreatLevel)level)
        ? (ThreatLevel)level
        : throw AlertsException.Invalid("level", "must be a level, 1 (MINIMAL) to 6 (EXTREME).");

    private static string RationaleOf(string text) => text.Trim() is { Length: > 0 and <= RationaleLimit } rationale
        ? rationale
        : throw AlertsException.Invalid("rationale", $"must be 1 to {RationaleLimit} characters: officers read why.");

    // The local midnight that ends the day; for a country by the clocks of its largest city.
    private (DateOnly Day, DateTimeOffset End) ReviewOf(string text, Area area)
    {
        Place city = area.CityId is { } id ? places.Find(id)!.Value : places.Scored.Where(c => c.CountryCode == area.CountryCode).MaxBy(c => c.Population);
        TimeZoneInfo zone = places.ZoneOf(city);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.Now, zone).DateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && day > today && day.DayNumber - today.DayNumber <= SignedArea.LongestReviewDays
            ? (day, LocalClock.InstantOf(day.AddDays(1).ToDateTime(TimeOnly.MinValue), zone))
            : throw AlertsException.Invalid("review_date", $"must be a day such as 2026-12-24, after today and at most {SignedArea.LongestReviewDays} days ahead.");
    }

    private DateTimeOffset EndOf(Timestamp? end, string field, int longestDays)
    {
        DateTimeOffset now = clock.Now;
        return end is not null && end.Nanos is >= 0 and < 1_000_000_000 && end.Seconds > now.ToUnixTimeSeconds() && end.Seconds <= now.AddDays(longestDays).ToUnixTimeSeconds()
            ? end.ToDateTimeOffset()
            : throw AlertsException.Invalid(field, $"must be a time after now and at most {longestDays} days ahead.");
    }
}
