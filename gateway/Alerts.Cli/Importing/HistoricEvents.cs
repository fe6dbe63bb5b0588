using System.Globalization;
using Alerts.Feeds;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Importing;

// A row of a feed as the server takes it.
internal static class HistoricEvents
{
    public static HistoricEvent Of(HistoricRow row)
    {
        var mapped = new HistoricEvent
        {
            RecordId = row.RecordId,
            LocalDate = row.LocalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // The numbers of the terms and of the protos are the same by contract.
            TimePrecision = (TimePrecision)row.TimePrecision,
            Latitude = row.Point.Latitude,
            Longitude = row.Point.Longitude,
            PlacePrecision = (PlacePrecision)row.PlacePrecision,
            CountryCode = row.CountryCode,
            Place = row.Place,
            SubEventType = (SubEventType)row.Type,
            Source = row.Source,
        };
        if (row.EditedAt is { } edited) mapped.EditTime = Timestamp.FromDateTimeOffset(edited);
        if (row.Killed is { } killed) mapped.Killed = killed;
        mapped.Actors.AddRange(row.Actors.Select(Of));
        return mapped;
    }

    public static CountryCoverage Of(FeedCoverage coverage) => new()
    {
        CountryCode = coverage.CountryCode,
        From = coverage.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Through = coverage.Through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Actor Of(HistoricActor actor) => new()
    {
        Name = actor.Name,
        Type = (ActorType)(actor.Type ?? default),
        Role = actor.Part switch
        {
            ActorPart.Perpetrator => ActorRole.Perpetrator,
            ActorPart.Target => ActorRole.Target,
            _ => ActorRole.Unspecified,
        },
    };
}
