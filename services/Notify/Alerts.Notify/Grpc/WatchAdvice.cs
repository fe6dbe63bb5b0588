using Alerts.Gazetteer;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Notify.Wire;
using Alerts.Platform.Access;
using Alerts.Platform.Time;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// PreviewWatch and SuggestWatch: helps to make a watch, stores nothing.
internal sealed class WatchAdvice(ILogReader log, IWatchReader watches, FilterMapping filters, PlaceIndex places, DomainClock clock)
{
    private const int DefaultDays = 30;
    private const int MaximumDays = 90;
    private const int DefaultLimit = 50;
    private const int MaximumLimit = 500;
    private const int ScanLimit = 20_000;
    private const int ScanPage = 256;

    // Of own sites in a watch to begin with: an hour on a bad road, and the reach of most weapons.
    private const double SiteRadiusKm = 25;
    private const int MaximumSites = 1000;

    public async Task<V1.PreviewWatchResponse> PreviewAsync(V1.PreviewWatchRequest request, Principal caller, CancellationToken cancellationToken)
    {
        int days = InRange(request.Days, MaximumDays, DefaultDays, "days");
        int limit = InRange(request.Limit, MaximumLimit, DefaultLimit, "limit");
        V1.Watch asked = request.Watch ?? throw AlertsException.Invalid("watch", "is required.");
        (AlertFilter filter, V1.Watch settings) = await WatchAsync(asked, caller, cancellationToken);
        Language language = LanguageMapping.Of(request.Language, "language") ?? LanguageMapping.Of(settings.Language, "watch.language") ?? Language.English;
        // A silence says what is wanted now, not what the watch is like.
        HushRules hushes = new(filter, null, HushMapping.ToQuietHours(settings.QuietHours, "watch.quiet_hours"));
        var terms = new SubscriptionTerms(caller.Organisation, filter, TimeSpan.Zero);
        DateTimeOffset since = clock.Now.AddDays(-days);
        var answer = new V1.PreviewWatchResponse();
        var situations = new HashSet<(Scope, string)>();
        DateTimeOffset reached = since;
        long before = long.MaxValue;
        for (int scanned = 0; ; scanned += ScanPage)
        {
            IReadOnlyList<LogEntry> rows = await log.BeforeAsync(before, ScanPage, new LogSelection(null, OpenOnly: false), caller.Organisation, cancellationToken);
            foreach (LogEntry entry in rows)
            {
                V1.Alert alert = V1.Alert.Parser.ParseFrom(entry.Body.Span);
                var issued = alert.IssueTime.ToDateTimeOffset();
                if (issued < since)
                    return Done(since);
                reached = issued;
                if (!terms.Admits(entry))
                    continue;
                AlertFacts facts = HushMapping.FactsOf(alert);
                Hush? hush = hushes.Of(entry.Reach, facts, issued);
                answer.AlertCount++;
                answer.FlashCount += facts.Urgency == Urgency.Flash ? 1 : 0;
                answer.HushedCount += hush is null ? 0 : 1;
                situations.Add((entry.Scope, facts.Situation));
                if (answer.Alerts.Count < limit)
                    answer.Alerts.Add(new V1.PreviewedAlert { Alert = FrameEncoder.Alert(entry, language), Hush = HushMapping.ToProto(hush) });
            }

            if (rows.Count < ScanPage)
                return Done(await IsWholeAsync(cancellationToken) ? since : reached);
            if (scanned + ScanPage >= ScanLimit)
                return Done(reached);
            before = rows[^1].Position;
        }

        V1.PreviewWatchResponse Done(DateTimeOffset from)
        {
            answer.SituationCount = situations.Count;
            answer.SinceTime = from.ToTimestamp();
            return answer;
        }
    }

    public V1.SuggestWatchResponse Suggest(V1.SuggestWatchRequest request, Principal caller)
    {
        Language language = LanguageMapping.Of(request.Language, "language") ?? Language.English;
        var filter = new V1.AlertFilter { CountryCodes = { request.CountryCodes.Distinct() }, MinimumUrgency = V1.Urgency.Priority };
        filters.ToFilter(filter, "watch.filter");
        // Own sites of the gazetteer are those of the installation's own organisation; no other one may learn where its people are.
        filter.OwnSites.AddRange((caller.Organisation == Scope.Local ? places.Sites : [])
            .Where(site => request.CountryCodes.Count == 0 || request.CountryCodes.Contains(site.CountryCode)).Take(MaximumSites)
            .Select(site => new V1.OwnSite { DisplayName = site.Name, GeonamesId = site.GeonameId, RadiusKm = SiteRadiusKm }));
        return new V1.SuggestWatchResponse
        {
            Watch = new V1.Watch { DisplayName = language == Language.French ? "Mes alertes" : "My alerts", Filter = filter, Language = language.Tag },
        };
    }

    private static int InRange(int value, int most, int byDefault, string field) => value switch
    {
        0 => byDefault,
        _ when value > 0 && value <= most => value,
        _ => throw AlertsException.Invalid(field, $"must be 1 to {most}; 0 means {byDefault}."),
    };

    // Whether retention has removed nothing yet: what is older than the oldest row never was.
    private async Task<bool> IsWholeAsync(CancellationToken cancellationToken) => (await log.StateAsync(cancellationToken)).Floor.Position == 0;

    private async Task<(AlertFilter Filter, V1.Watch Settings)> WatchAsync(V1.Watch asked, Principal caller, CancellationToken cancellationToken)
    {
        if (asked.Name.Length == 0)
            return (filters.ToFilter(asked.Filter, "watch.filter"), asked);
        string id = Names.Id("watch.name", asked.Name, Names.Watches);
        Watch stored = await watches.FindAsync(new WatchOwner(caller.Organisation, caller.Subject), id, cancellationToken) ?? throw AlertsException.NoSuch(asked.Name);
        return (filters.ToFilter(WatchMapping.FilterOf(stored), "watch.filter"), WatchMapping.SettingsOf(stored));
    }
}
