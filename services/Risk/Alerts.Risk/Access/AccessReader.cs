using Alerts.Gazetteer;
using Alerts.Risk.Acute;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>Reads off an incident what it says about access, and to which cities. Thread safe.</summary>
/// <remarks>
/// A city is taken, in this order: as a report states it, at any distance; as the words for the place name it ("road Kayes–Bamako"), at any distance; for incidents on roads the
/// nearest large city of the country within <see cref="AccessParameters.NearestCityKm"/>; for the rest the city that it is in.
/// </remarks>
/// <param name="places">The gazetteer.</param>
public sealed class AccessReader(PlaceIndex places)
{
    private readonly CityNames _names = new(places);

    /// <summary>The evidence of one revision; empty for what says nothing of access: withdrawn, improbable, merged, or learnt too late.</summary>
    public IReadOnlyList<AccessEvidence> Read(AccessIncident incident)
    {
        AcuteIncident acute = incident.Acute;
        AcuteEvidence[] said = [.. acute.Sites.SelectMany(s => s.Evidence)];
        // A denial stands beside the rest and takes nothing away: else a belligerent's word would reopen a road.
        AcuteStanding standing = EvidenceStanding.Of(said);
        bool counts = acute.Verification != Verification.Retracted && !incident.IsMerged && standing > AcuteStanding.Improbable
            && incident.FirstHeard <= acute.LastAct.End(acute.Zone).AddDays(AccessParameters.LateDays);
        if (!counts)
            return [];
        string[] origins = [.. EvidenceStanding.Origins(said).Order(StringComparer.Ordinal)];
        return
        [
            .. (incident.Effects.Count > 0 ? Stated(incident) : Inferred(incident))
                .Select(found => new AccessEvidence
                {
                    IncidentId = acute.IncidentId,
                    CityId = found.City.GeonameId,
                    Kind = found.Kind,
                    Aspect = found.Aspect,
                    Bearing = found.Bearing,
                    Toward = found.Toward,
                    Start = Start(incident),
                    Last = Last(incident),
                    Day = incident.Day,
                    LastHeard = incident.LastHeard,
                    Standing = standing,
                    Origins = origins,
                    IsStated = incident.Effects.Count > 0,
                    Exercise = acute.Exercise,
                    Tlp = incident.Tlp,
                })
                .DistinctBy(e => (e.CityId, e.Aspect, e.Bearing)),
        ];
    }

    // Clocks differ by minutes: what was heard has begun.
    private static DateTimeOffset Start(AccessIncident incident) => incident.Start < incident.FirstHeard ? incident.Start : incident.FirstHeard;

    // A coarse time is as late as it can be, but not later than it was heard.
    private static DateTimeOffset Last(AccessIncident incident)
    {
        DateTimeOffset end = incident.Acute.LastAct.End(incident.Acute.Zone).ToUniversalTime();
        bool coarse = incident.Acute.LastAct.Precision >= TimePrecision.Day;
        DateTimeOffset last = coarse && incident.FirstHeard < end ? incident.FirstHeard : end;
        return last > Start(incident) ? last : Start(incident);
    }

    private IEnumerable<Finding> Stated(AccessIncident incident)
    {
        foreach (AccessEffect effect in incident.Effects)
        {
            if (places.Find(effect.CityId) is not { IsScored: true } city)
                continue;
            AccessAspect aspect = effect.Aspect ?? AspectOf(incident.Acute);
            AccessEvidenceKind kind = KindOf(incident.Acute, aspect);
            if (aspect != AccessAspect.Road)
                yield return new Finding(city, kind, aspect, null, "");
            else if (effect.Toward is { } toward)
                yield return new Finding(city, kind, aspect, Compass.Bearing(city.Point, toward.Point), toward.Name);
            else
                yield return OnRoad(incident, city, kind);
        }
    }

    private IEnumerable<Finding> Inferred(AccessIncident incident)
    {
        AcuteIncident acute = incident.Acute;
        if (!SaysSomething(acute))
            return [];
        AccessAspect aspect = AspectOf(acute);
        AccessEvidenceKind kind = KindOf(acute, aspect);
        AcuteSite site = acute.Sites[0];
        Place? own = site.Precision <= PlacePrecision.City ? OwnCity(site.Point) : null;
        if (kind is AccessEvidenceKind.AirportClosed or AccessEvidenceKind.Outage || (own is not null && kind is AccessEvidenceKind.Blockade or AccessEvidenceKind.Hindrance))
            return own is { } city ? [new Finding(city, kind, aspect, null, "")] : [];
        Place[] named = [.. incident.Labels.SelectMany(label => _names.In(label, incident.CountryCode)).Where(p => p.GeonameId != own?.GeonameId).DistinctBy(p => p.GeonameId)];
        IEnumerable<Finding> outwards = own is { } from && kind == AccessEvidenceKind.RoadClosed
            ? named.Select(p => new Finding(from, kind, aspect, Compass.Bearing(from.Point, p.Point), p.Name))
            : [];
        if (named.Length > 0 && site.Precision <= PlacePrecision.City)
            return [.. outwards, .. named.Select(p => OnRoad(incident, p, kind))];
        // Within a large city itself an attack or a closed street says nothing of the way in; a small town on the road is the road.
        bool inside = own is { } home && IsLarge(home);
        return !inside && site.Precision <= PlacePrecision.City && Nearest(site.Point, incident.CountryCode) is { } nearest ? [OnRoad(incident, nearest, kind)] : [];
    }

    private static Finding OnRoad(AccessIncident incident, Place city, AccessEvidenceKind kind)
    {
        AcuteSite site = incident.Acute.Sites[0];
        bool outside = site.Precision <= PlacePrecision.City && site.Point.DistanceKmTo(city.Point) > Reach(city);
        return outside
            ? new Finding(city, kind, AccessAspect.Road, Compass.Bearing(city.Point, site.Point), incident.Names[0].Length > 0 ? incident.Names[0] : incident.Labels[0])
            : new Finding(city, kind, AccessAspect.Road, null, "");
    }

    // The one of most inhabitants of those whose reach the point is in.
    private Place? OwnCity(GeoPoint point)
    {
        Place[] around = [.. places.Within(point, AccessParameters.OwnCityKm).Where(near => near.Place.IsScored && near.Km <= Reach(near.Place)).Select(near => near.Place)];
        return around.Length == 0 ? null : around.OrderByDescending(p => p.Population).ThenBy(p => p.GeonameId).First();
    }

    // A seat of a region counts where no large city is near: it does not take from one what is on the way there.
    private Place? Nearest(GeoPoint point, string countryCode)
    {
        Place[] near = [.. places.Within(point, AccessParameters.NearestCityKm).Select(n => n.Place).Where(p => p.CountryCode == countryCode && (IsLarge(p) || p.IsFirstOrderSeat))];
        return near.Length == 0 ? null : near.OrderByDescending(IsLarge).First();
    }

    private static bool IsLarge(Place place) => place.Population >= AccessParameters.LargePopulation || place.IsCapital;

    private static double Reach(Place place) => place.Population >= CityReach.LargePopulation ? CityReach.LargeReachKm : CityReach.ReachKm;

    // Attacks count where they strike transport; local types of access count by themselves; a threat or an accident only where a report states what it does.
    private static bool SaysSomething(AcuteIncident acute) => acute.LocalType is { } local
        ? EventTypes.FamilyOf(local) == TypeFamily.Access
        : (acute.IsAct || acute.SubEventType == SubEventType.LootingPropertyDestruction) && acute.HasTarget(TargetKind.Transport);

    private static AccessAspect AspectOf(AcuteIncident acute) => acute.LocalType switch
    {
        LocalType.AirportClosure => AccessAspect.Airport,
        LocalType.CommunicationsOutage => AccessAspect.Communications,
        _ => AccessAspect.Road,
    };

    private static AccessEvidenceKind KindOf(AcuteIncident acute, AccessAspect aspect) => (aspect, acute.LocalType) switch
    {
        (_, LocalType.IntimidationThreat or LocalType.Extortion) => AccessEvidenceKind.Threat,
        (AccessAspect.Airport, LocalType.AirportClosure) => AccessEvidenceKind.AirportClosed,
        (AccessAspect.Communications, LocalType.CommunicationsOutage) => AccessEvidenceKind.Outage,
        (AccessAspect.Fuel, not null) => AccessEvidenceKind.Shortage,
        (AccessAspect.Road, LocalType.RoadClosure) => AccessEvidenceKind.RoadClosed,
        (AccessAspect.Road, LocalType.BlockadeSiege) => AccessEvidenceKind.Blockade,
        (AccessAspect.Road or AccessAspect.Fuel, null) when acute.IsAct || acute.SubEventType == SubEventType.LootingPropertyDestruction => AccessEvidenceKind.RoadAttack,
        _ => AccessEvidenceKind.Hindrance,
    };

    private readonly record struct Finding(Place City, AccessEvidenceKind Kind, AccessAspect Aspect, double? Bearing, string Toward);
}
