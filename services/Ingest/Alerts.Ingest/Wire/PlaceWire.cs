using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Wire;

// Places and times both ways.
internal static class PlaceWire
{
    public static PlaceReference? Core(V1.PlaceReference? wire) => wire is null ? null : new PlaceReference
    {
        GeonamesId = wire.ByCase == V1.PlaceReference.ByOneofCase.GeonamesId ? wire.GeonamesId : null,
        Name = wire.ByCase == V1.PlaceReference.ByOneofCase.Named ? wire.Named.Name : null,
        CountryCode = wire.ByCase == V1.PlaceReference.ByOneofCase.Named ? wire.Named.CountryCode : "",
        Point = wire.ByCase == V1.PlaceReference.ByOneofCase.Point ? Codes.Core(wire.Point) : null,
        Precision = Codes.Core<PlacePrecision>(wire.Precision),
        Label = wire.Label,
    };

    public static V1.PlaceReference Wire(PlaceReference core)
    {
        var wire = new V1.PlaceReference { Precision = (V1.PlacePrecision)Codes.Wire(core.Precision), Label = core.Label };
        if (core.GeonamesId is { } id)
            wire.GeonamesId = id;
        else if (core.Name is { } name)
            wire.Named = new V1.NamedPlace { Name = name, CountryCode = core.CountryCode };
        else if (core.Point is { } point)
            wire.Point = Codes.Wire(point);
        return wire;
    }

    public static SitePlace Core(V1.Place wire) => new()
    {
        GeonamesId = wire.GeonamesId,
        Name = wire.Name,
        Admin1 = wire.Admin1,
        CountryCode = wire.CountryCode,
        Point = Codes.Core(wire.Point),
        Precision = Codes.Core<PlacePrecision>(wire.Precision) ?? PlacePrecision.City,
        Label = wire.Label,
        TimeZone = wire.TimeZone,
        DistanceKm = wire.DistanceKm,
    };

    public static V1.Place Wire(SitePlace core) => new()
    {
        GeonamesId = core.GeonamesId,
        Name = core.Name,
        Admin1 = core.Admin1,
        CountryCode = core.CountryCode,
        Point = Codes.Wire(core.Point),
        Precision = (V1.PlacePrecision)core.Precision,
        Label = core.Label,
        TimeZone = core.TimeZone,
        DistanceKm = core.DistanceKm,
    };

    public static V1.FoundPlace Wire(FoundName found)
    {
        var wire = new V1.FoundPlace
        {
            Place = new V1.Place
            {
                GeonamesId = found.Place.GeonameId,
                Name = found.Place.Name,
                Admin1 = found.Place.Admin1 ?? "",
                CountryCode = found.Place.CountryCode,
                Point = Codes.Wire(found.Place.Point),
                Precision = V1.PlacePrecision.City,
                TimeZone = found.Place.TimeZoneId,
            },
            OtherName = found.OtherName ?? "",
            OwnSite = found.Place.IsSite,
        };
        if (found.Place.Population > 0)
            wire.Population = found.Place.Population;
        return wire;
    }

    public static OccurredDraft? Draft(V1.OccurredTime? wire) => wire is null ? null : new OccurredDraft
    {
        Start = Codes.Core(wire.StartTime),
        LocalDate = wire.LocalDate,
        Precision = Codes.Core<TimePrecision>(wire.Precision),
        LastAct = Codes.Core(wire.LastActTime),
        Ongoing = wire.HasOngoing ? wire.Ongoing : null,
    };

    public static OccurredTime Core(V1.OccurredTime wire) => new()
    {
        Start = Codes.Core(wire.StartTime),
        LocalDate = TimeValidator.Date(wire.LocalDate),
        Precision = Codes.Core<TimePrecision>(wire.Precision) ?? TimePrecision.Day,
        LastAct = Codes.Core(wire.LastActTime),
        Ongoing = wire.HasOngoing ? wire.Ongoing : null,
    };

    public static V1.OccurredTime Wire(OccurredTime core)
    {
        var wire = new V1.OccurredTime
        {
            StartTime = Codes.Wire(core.Start),
            LocalDate = core.LocalDate?.ToString("yyyy-MM-dd") ?? "",
            Precision = (V1.TimePrecision)core.Precision,
            LastActTime = Codes.Wire(core.LastAct),
        };
        if (core.Ongoing is { } ongoing)
            wire.Ongoing = ongoing;
        return wire;
    }
}
