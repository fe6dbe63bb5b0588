using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// Makes incidents of the rows of one data set. Not thread safe: remembers the places of the rows before, since data sets repeat them.
// noRedistribution: the source forbids passing its rows on.
internal sealed class HistoryBuilder(string dataset, PlaceResolver places, bool noRedistribution = false)
{
    private const int IdLength = 63;
    private const int TitleLength = 300;
    private const int PlacesRemembered = 50_000;

    private readonly Dictionary<(GeoPoint, PlacePrecision), SitePlace> _places = [];

    // The incident, or why the row is refused.
    public (Incident? Incident, string Error) Build(HistoricEvent row, DateTimeOffset now)
    {
        var wrong = new Violations();
        Check(row, wrong);
        OccurredTime? occurred = row.TimePrecision is TimePrecision.Day or TimePrecision.Week or TimePrecision.Month
            ? TimeValidator.Check(new OccurredDraft { LocalDate = row.LocalDate, Precision = row.TimePrecision }, "event", now, wrong)
            : null;
        if (occurred is null && !wrong.Any)
            wrong.Add("time_precision", "must be DAY, WEEK or MONTH.");
        if (wrong.Any)
            return (null, string.Join("; ", wrong.All.Select(v => $"{v.Field}: {v.Description}")));
        SitePlace place = PlaceOf(row);
        var type = new EventKind(row.Type, null);
        var claimant = new Claimant(row.Source.Length > 0 ? row.Source : dataset, null);
        CasualtyStatement? killed = row.Killed is { } count ? new CasualtyStatement { Claimant = claimant, Killed = new CasualtyRange(null, count, null) } : null;
        return (new Incident
        {
            Name = NameUuid.Incident($"history/{dataset}/{row.RecordId}"),
            Scope = Scope.Shared,
            Revision = 1,
            Type = type,
            Sites = [new IncidentSite(place, [], [], Verification.Confirmed)],
            Occurred = occurred!,
            Verification = Verification.Confirmed,
            Casualties = killed is null ? [] : [killed],
            CasualtyEstimate = killed,
            Actors = row.Actors,
            Historic = true,
            SourceRecord = $"{dataset}/{row.RecordId}",
            NoRedistribution = noRedistribution,
            CreateTime = now,
            UpdateTime = now,
            Title = row.Title.Length > 0 ? row.Title : IncidentTitle.Of(type, [place]),
            // GREEN never reaches a public channel.
            Tlp = noRedistribution ? TlpLabel.Green : TlpLabel.Clear,
        }, "");
    }

    private static void Check(HistoricEvent row, Violations wrong)
    {
        if (row.RecordId.Length == 0)
            wrong.Add("record_id", "is required.");
        wrong.Name("record_id", row.RecordId, IdLength);
        if (!row.Point.IsValid)
            wrong.Add("latitude", "and longitude must be within ±90 and ±180 degrees.");
        if (row.CountryCode.Length > 0 && !CountryCode.IsKnown(row.CountryCode))
            wrong.Add("country_code", CountryCode.Refusal(row.CountryCode));
        if (row.Type is null)
            wrong.Add("sub_event_type", "is required.");
        wrong.Known("sub_event_type", row.Type);
        wrong.Known("place_precision", row.PlacePrecision);
        if (row.Killed is < 0 or > CasualtyRange.Limit)
            wrong.Add("killed", $"must be 0 to {CasualtyRange.Limit}.");
        wrong.Name("place", row.Place);
        wrong.Name("title", row.Title, TitleLength);
        wrong.Name("source", row.Source, ReportLimits.UrlLength);
        ListValidator.Actors(row.Actors, "actors", wrong);
    }

    private SitePlace PlaceOf(HistoricEvent row)
    {
        PlacePrecision precision = row.PlacePrecision ?? PlacePrecision.Point;
        if (!_places.TryGetValue((row.Point, precision), out SitePlace? place))
        {
            place = places.Resolve(new PlaceReference { Point = row.Point, Precision = precision })!;
            if (_places.Count < PlacesRemembered)
                _places[(row.Point, precision)] = place;
        }

        return place with
        {
            CountryCode = row.CountryCode.Length > 0 ? row.CountryCode : place.CountryCode,
            Label = row.Place,
        };
    }
}
