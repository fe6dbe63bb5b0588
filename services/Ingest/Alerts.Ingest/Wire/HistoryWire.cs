using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Terms;
using Google.Protobuf;

namespace Alerts.Ingest.Wire;

// Rows of data sets: inwards, and what the other services are told of them.
internal static class HistoryWire
{
    // The last one of the year 9999.
    private const long LastSecond = 253_402_300_799;

    public static HistoricEvent Core(V1.HistoricEvent wire) => new()
    {
        RecordId = wire.RecordId,
        LocalDate = wire.LocalDate,
        TimePrecision = Known((TimePrecision)wire.TimePrecision),
        Point = new GeoPoint(wire.Latitude, wire.Longitude),
        PlacePrecision = Known((PlacePrecision)wire.PlacePrecision),
        CountryCode = wire.CountryCode,
        Place = wire.Place,
        Type = Known((SubEventType)wire.SubEventType),
        Killed = wire.HasKilled ? wire.Killed : null,
        Actors = [.. wire.Actors.Select(StatementWire.Core)],
        Title = wire.Title,
        Source = wire.Source,
        // Seconds alone count: they cannot be out of range as a whole time may be.
        EditedAt = wire.EditTime is { Seconds: >= 0 and <= LastSecond } edited ? DateTimeOffset.FromUnixTimeSeconds(edited.Seconds) : null,
    };

    // Without its revision, which shows when it is stored.
    public static V1.HistoricIncident Wire(Incident core)
    {
        SitePlace place = core.Sites[0].Place;
        var wire = new V1.HistoricIncident
        {
            Id = IncidentNames.TryId(core.Name, out byte[] id) ? UnsafeByteOperations.UnsafeWrap(id) : ByteString.Empty,
            LocalDay = core.Occurred.LocalDate!.Value.DayNumber,
            SubEventType = (V1.SubEventType)Codes.Wire(core.Type.Sub),
            PlacePrecision = (V1.PlacePrecision)place.Precision,
            CountryCode = place.CountryCode,
            Latitude = place.Point.Latitude,
            Longitude = place.Point.Longitude,
            NoRedistribution = core.NoRedistribution,
        };
        if (core.CasualtyEstimate?.Killed?.Best is { } killed)
            wire.Killed = killed;
        return wire;
    }

    public static IReadOnlyList<Coverage> Core(IReadOnlyList<V1.CountryCoverage> wire)
    {
        var wrong = new Violations();
        var coverage = new List<Coverage>();
        for (int i = 0; i < wire.Count; i++)
        {
            string at = $"end.coverage[{i}]";
            if (!CountryCode.IsKnown(wire[i].CountryCode))
                wrong.Add($"{at}.country_code", CountryCode.Refusal(wire[i].CountryCode));
            DateOnly? from = TimeValidator.Date(wire[i].From);
            DateOnly? through = TimeValidator.Date(wire[i].Through);
            if (from is null)
                wrong.Add($"{at}.from", "must be a date as YYYY-MM-DD.");
            if (through is null || through < from)
                wrong.Add($"{at}.through", "must be a date as YYYY-MM-DD, not before from.");
            if (from is { } first && through is { } last)
                coverage.Add(new Coverage(wire[i].CountryCode, first, last));
        }

        wrong.ThrowIfAny();
        return coverage;
    }

    // 0 is none. A number without a member is kept, so that validation can refuse it.
    private static T? Known<T>(T value)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, default) ? null : value;
}
