using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// One line in plain English: what and where. Pure.
internal static class IncidentTitle
{
    // Within this distance a point counts as in the place that is nearest to it.
    private const double InPlaceKm = 5;

    public static string Of(EventKind type, IReadOnlyList<SitePlace> places) =>
        $"{What(type)} {Where(places[0])}{(places.Count > 1 ? Others(places) : "")}";

    public static string What(EventKind type) => type.Sub switch
    {
        SubEventType.GovernmentRegainsTerritory => "Government retakes ground",
        SubEventType.NonStateActorOvertakesTerritory => "Armed group takes ground",
        SubEventType.ArmedClash => "Armed clash",
        SubEventType.ExcessiveForceAgainstProtesters => "Force against protesters",
        SubEventType.ProtestWithIntervention => "Protest with intervention",
        SubEventType.PeacefulProtest => "Peaceful protest",
        SubEventType.ViolentDemonstration => "Violent demonstration",
        SubEventType.MobViolence => "Mob violence",
        SubEventType.ChemicalWeapon => "Chemical weapon",
        SubEventType.AirDroneStrike => "Air or drone strike",
        SubEventType.SuicideBomb => "Suicide bomb",
        SubEventType.ShellingArtilleryMissileAttack => "Shelling or missile attack",
        SubEventType.RemoteExplosiveLandmineIed => "Explosive device",
        SubEventType.Grenade => "Grenade",
        SubEventType.SexualViolence => "Sexual violence",
        SubEventType.Attack => "Attack",
        SubEventType.AbductionForcedDisappearance => "Abduction",
        SubEventType.Agreement => "Agreement",
        SubEventType.Arrests => "Arrests",
        SubEventType.ChangeToGroupActivity => "Change to an armed group",
        SubEventType.DisruptedWeaponsUse => "Weapons use prevented",
        SubEventType.HeadquartersOrBaseEstablished => "Base established",
        SubEventType.LootingPropertyDestruction => "Looting or destruction",
        SubEventType.NonViolentTransferOfTerritory => "Territory handed over",
        SubEventType.OtherStrategicDevelopment => "Strategic development",
        _ => What(type.Local),
    };

    private static string What(LocalType? type) => type switch
    {
        LocalType.ArmedRobbery => "Armed robbery",
        LocalType.Carjacking => "Carjacking",
        LocalType.Burglary => "Burglary",
        LocalType.Extortion => "Extortion",
        LocalType.IntimidationThreat => "Intimidation or threat",
        LocalType.IllegalCheckpoint => "Illegal checkpoint",
        LocalType.RoadClosure => "Road closure",
        LocalType.BlockadeSiege => "Blockade",
        LocalType.Curfew => "Curfew",
        LocalType.AirportClosure => "Airport closed",
        LocalType.CommunicationsOutage => "Communications outage",
        LocalType.MovementRestriction => "Movement restriction",
        LocalType.NaturalHazard => "Natural hazard",
        LocalType.Accident => "Accident",
        _ => "Event",
    };

    private static string Where(SitePlace place)
    {
        if (place.Label.Length > 0)
        {
            bool said = place.Name.Length == 0 || $" {NameFolding.Fold(place.Label)} ".Contains($" {NameFolding.Fold(place.Name)} ", StringComparison.Ordinal);
            return said ? $"at {place.Label}" : $"at {place.Label} ({place.Name})";
        }

        if (place.Name.Length == 0)
            return string.Create(null, $"at {place.Point.Latitude:0.000}, {place.Point.Longitude:0.000}");
        return place.Precision switch
        {
            PlacePrecision.Country => $"in {place.CountryCode}",
            PlacePrecision.AdminArea => $"in {(place.Admin1.Length > 0 ? place.Admin1 : place.Name)}",
            PlacePrecision.Point when place.DistanceKm > InPlaceKm => $"near {place.Name}",
            _ => $"in {place.Name}",
        };
    }

    private static string Others(IReadOnlyList<SitePlace> places) => places.Count == 2
        ? places[1].Label.Length > 0 ? $" and at {places[1].Label}" : " and one more site"
        : $" and {places.Count - 1} more sites";
}
