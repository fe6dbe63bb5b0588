using Alerts.Terms;
using Sylvan.Data.Csv;
using static Alerts.Feeds.CsvCells;

namespace Alerts.Feeds.Acled;

// Where the columns of one file are, and what the codes of a row become.
internal sealed class AcledColumns : IRowColumns
{
    private const int MaxKilled = 1_000_000;
    private const int MaxIdLength = 63;
    private const int MaxNameLength = 200;
    private const int MaxSourceLength = 300;

    // ACLED's earliest events are of 1997.
    private const int FirstYear = 1990;

    private readonly int _id;
    private readonly int _date;
    private readonly int _timePrecision;
    private readonly int _eventType;
    private readonly int _subEventType;
    private readonly int _actor1;
    private readonly int _inter1;
    private readonly int _actor2;
    private readonly int _inter2;
    private readonly int _iso;
    private readonly int _country;
    private readonly int _location;
    private readonly int _latitude;
    private readonly int _longitude;
    private readonly int _geoPrecision;
    private readonly int _source;
    private readonly int _fatalities;
    private readonly int _timestamp;

    private AcledColumns(Func<string, int> find, Func<string, int> require)
    {
        _id = require("event_id_cnty");
        _date = require("event_date");
        _timePrecision = require("time_precision");
        _eventType = require("event_type");
        _subEventType = require("sub_event_type");
        _actor1 = find("actor1");
        _inter1 = find("inter1");
        _actor2 = find("actor2");
        _inter2 = find("inter2");
        _iso = find("iso");
        _country = find("country");
        _location = find("location");
        _latitude = require("latitude");
        _longitude = require("longitude");
        _geoPrecision = require("geo_precision");
        _source = find("source");
        _fatalities = require("fatalities");
        _timestamp = find("timestamp");
    }

    public static AcledColumns Of(CsvDataReader csv)
    {
        Func<string[], int> find = Ordinals(csv);
        int Require(string name) => find([name]) is >= 0 and var ordinal
            ? ordinal
            : throw new FeedFormatException($"This is no ACLED export with a header as in the codebook: it has no column '{name}'.");
        return new AcledColumns(name => find([name]), Require);
    }

    public bool IsTagRow(CsvDataReader csv) => CsvCells.IsTagRow(csv, _id);

    public string? Read(CsvDataReader csv, out HistoricRow? row)
    {
        row = null;
        string id = Text(csv, _id);
        if (id.Length is 0 or > MaxIdLength) return $"event_id_cnty must have 1 to {MaxIdLength} characters.";
        if (AcledCode.Date(Text(csv, _date)) is not { } date) return "event_date is no date such as 2024-08-31 or 31 August 2024; a spreadsheet may have rewritten it.";
        if (date.Year < FirstYear) return $"event_date is before {FirstYear}.";
        if (AcledCode.TimePrecisionOf(Text(csv, _timePrecision)) is not { } timePrecision) return "time_precision must be 1, 2 or 3.";
        if (AcledCode.PlacePrecisionOf(Text(csv, _geoPrecision)) is not { } placePrecision) return "geo_precision must be 1, 2 or 3.";
        string eventType = Text(csv, _eventType);
        string subEventType = Text(csv, _subEventType);
        if (AcledCode.EventTypeOf(eventType) is not { } family) return $"event_type '{Cut(eventType, MaxNameLength)}' is not one of the codebook's six.";
        if (AcledCode.SubEventTypeOf(subEventType) is not { } type) return $"sub_event_type '{Cut(subEventType, MaxNameLength)}' is not one of the codebook's 25.";
        if (EventTypes.Of(type) != family) return $"sub_event_type '{subEventType}' does not belong to event_type '{eventType}'.";
        if (Degrees(Text(csv, _latitude)) is not { } latitude || Degrees(Text(csv, _longitude)) is not { } longitude)
            return "latitude or longitude is no number.";
        var point = new GeoPoint(latitude, longitude);
        if (!point.IsValid) return "latitude must be within ±90 and longitude within ±180 degrees.";
        if (!TryCount(Text(csv, _fatalities), MaxKilled, out int? killed)) return $"fatalities must be a whole number, 0 to {MaxKilled}.";
        row = new HistoricRow(
            id,
            AcledCode.FirstDayOf(date, timePrecision),
            timePrecision,
            point,
            placePrecision,
            AcledCountries.CodeOf(Text(csv, _iso), Text(csv, _country)),
            Cut(Text(csv, _location), MaxNameLength),
            type,
            killed,
            AcledCode.Actors(family, Cut(Text(csv, _actor1), MaxNameLength), Text(csv, _inter1), Cut(Text(csv, _actor2), MaxNameLength), Text(csv, _inter2)),
            Cut(Text(csv, _source), MaxSourceLength))
        {
            EditedAt = AcledCode.InstantOf(Text(csv, _timestamp)),
        };
        return null;
    }
}
