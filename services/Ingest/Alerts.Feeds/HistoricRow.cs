using Alerts.Terms;

namespace Alerts.Feeds;

/// <summary>One event of a data set of record, in the terms of the field. Immutable and thread safe.</summary>
/// <param name="RecordId">Id in the data set, 1 to 63 characters.</param>
/// <param name="LocalDate">First local calendar day; never shifted to UTC.</param>
/// <param name="TimePrecision">Day, week or month.</param>
/// <param name="Point">Where; always valid.</param>
/// <param name="PlacePrecision">How exactly the place is known.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, upper case; empty when the data set's name is not known here: the point tells.</param>
/// <param name="Place">Place as the data set names it; empty when it does not.</param>
/// <param name="Type">What happened.</param>
/// <param name="Killed">Killed on all sides, best estimate, 0 to 1 000 000; null when not given.</param>
/// <param name="Actors">Actors in the order of the data set; none, one or two.</param>
/// <param name="Source">Publication that it rests on, for people, at most 300 characters; empty when not given.</param>
public sealed record HistoricRow(
    string RecordId,
    DateOnly LocalDate,
    TimePrecision TimePrecision,
    GeoPoint Point,
    PlacePrecision PlacePrecision,
    string CountryCode,
    string Place,
    SubEventType Type,
    int? Killed,
    IReadOnlyList<HistoricActor> Actors,
    string Source)
{
    /// <summary>When the data set last edited the row; null where it does not say.</summary>
    public DateTimeOffset? EditedAt { get; init; }
}
