using Alerts.Terms;
using Sylvan.Data.Csv;
using static Alerts.Feeds.CsvCells;

namespace Alerts.Feeds.Ucdp;

// Where the columns of one file are, and what the codes of a row become.
internal sealed class UcdpColumns : IRowColumns
{
    private const int MaxKilled = 1_000_000;
    private const int MaxIdLength = 63;
    private const int MaxNameLength = 200;
    private const int MaxSourceLength = 300;
    private const int FirstYear = 1900;

    private readonly int _id;
    private readonly int _type;
    private readonly int _start;
    private readonly int _end;
    private readonly int _timePrecision;
    private readonly int _latitude;
    private readonly int _longitude;
    private readonly int _wherePrecision;
    private readonly int _country;
    private readonly int _place;
    private readonly int _sideA;
    private readonly int _sideB;
    private readonly int _best;
    private readonly int _source;

    private UcdpColumns(Func<string[], int> find, Func<string[], int> require)
    {
        _id = require(["id"]);
        _type = require(["type_of_violence", "type"]);
        _start = require(["date_start", "date"]);
        _end = find(["date_end"]);
        _timePrecision = find(["date_prec", "date_precision"]);
        _latitude = require(["latitude", "lat"]);
        _longitude = require(["longitude", "lon"]);
        _wherePrecision = find(["where_prec", "where_precision"]);
        _country = find(["country"]);
        _place = find(["where_coordinates", "place"]);
        _sideA = find(["side_a", "actor1"]);
        _sideB = find(["side_b", "actor2"]);
        _best = require(["best", "fatalities"]);
        _source = find(["source_article", "source"]);
    }

    public static UcdpColumns Of(CsvDataReader csv)
    {
        Func<string[], int> find = CsvCells.Ordinals(csv);
        int Require(string[] names) => find(names) is >= 0 and var ordinal
            ? ordinal
            : throw new FeedFormatException($"This is no UCDP GED file with a header: it has no column '{string.Join("' or '", names)}'.");
        return new UcdpColumns(find, Require);
    }

    public bool IsTagRow(CsvDataReader csv) => CsvCells.IsTagRow(csv, _id);

    // Answers why the row is refused, or null.
    public string? Read(CsvDataReader csv, out HistoricRow? row)
    {
        row = null;
        string id = Text(csv, _id);
        if (id.Length is 0 or > MaxIdLength) return $"id must have 1 to {MaxIdLength} characters.";
        if (UcdpCode.Violence(Text(csv, _type)) is not { } violence) return "type of violence must be 1 (state-based), 2 (non-state) or 3 (one-sided).";
        if (UcdpCode.Date(Text(csv, _start)) is not { } start) return "the start is no date such as 2017-12-31.";
        if (start.Year < FirstYear) return $"the start is before {FirstYear}.";
        string endText = Text(csv, _end);
        DateOnly? end = UcdpCode.Date(endText);
        if (endText.Length > 0 && end is null) return "the end is no date such as 2017-12-31.";
        if (end < start) return "the end is before the start.";
        if (Degrees(Text(csv, _latitude)) is not { } latitude || Degrees(Text(csv, _longitude)) is not { } longitude)
            return "latitude or longitude is no number.";
        var point = new GeoPoint(latitude, longitude);
        if (!point.IsValid) return "latitude must be within ±90 and longitude within ±180 degrees.";
        if (!TryPrecision(Text(csv, _timePrecision), 5, out int? timePrecision)) return "the precision of the date must be 1 to 5.";
        if (!TryPrecision(Text(csv, _wherePrecision), 7, out int? wherePrecision)) return "the precision of the place must be 1 to 7.";
        if (!TryCount(Text(csv, _best), MaxKilled, out int? killed)) return $"the number of killed must be a whole number, 0 to {MaxKilled}.";
        row = new HistoricRow(
            id,
            start,
            UcdpCode.TimePrecisionOf(timePrecision, start, end),
            point,
            UcdpCode.PlacePrecisionOf(wherePrecision),
            UcdpCountries.CodeOf(Text(csv, _country)),
            Cut(Text(csv, _place), MaxNameLength),
            UcdpCode.TypeOf(violence),
            killed,
            UcdpCode.Actors(violence, Cut(Text(csv, _sideA), MaxNameLength), Cut(Text(csv, _sideB), MaxNameLength)),
            Cut(Text(csv, _source), MaxSourceLength));
        return null;
    }
}
