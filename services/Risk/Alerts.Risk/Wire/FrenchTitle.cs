using Alerts.Gazetteer;
using Alerts.V1;
using Place = Alerts.V1.Place;

namespace Alerts.Risk.Wire;

/// <summary>One line in plain French, what and where, for an incident whose own title says it in English. Pure.</summary>
internal static class FrenchTitle
{
    // Within this distance a point counts as in the place that is nearest to it; as for the English title.
    private const double InPlaceKm = 5;

    public static string Of(Incident incident) => incident.Sites.Count == 0
        ? What(incident)
        : $"{What(incident)} {Where(incident.Sites[0].Place)}{(incident.Sites.Count > 1 ? Others(incident) : "")}";

    private static string What(Incident incident) => incident.SubEventType switch
    {
        SubEventType.GovernmentRegainsTerritory => "Terrain repris par le gouvernement",
        SubEventType.NonStateActorOvertakesTerritory => "Terrain pris par un groupe armé",
        SubEventType.ArmedClash => "Affrontement armé",
        SubEventType.ExcessiveForceAgainstProtesters => "Violence contre des manifestants",
        SubEventType.ProtestWithIntervention => "Manifestation avec intervention",
        SubEventType.PeacefulProtest => "Manifestation pacifique",
        SubEventType.ViolentDemonstration => "Manifestation violente",
        SubEventType.MobViolence => "Violence de foule",
        SubEventType.ChemicalWeapon => "Arme chimique",
        SubEventType.AirDroneStrike => "Frappe aérienne ou de drone",
        SubEventType.SuicideBomb => "Attentat-suicide",
        SubEventType.ShellingArtilleryMissileAttack => "Bombardement ou tir de missile",
        SubEventType.RemoteExplosiveLandmineIed => "Engin explosif",
        SubEventType.Grenade => "Grenade",
        SubEventType.SexualViolence => "Violence sexuelle",
        SubEventType.Attack => "Attaque",
        SubEventType.AbductionForcedDisappearance => "Enlèvement",
        SubEventType.Agreement => "Accord",
        SubEventType.Arrests => "Arrestations",
        SubEventType.ChangeToGroupActivity => "Changement dans un groupe armé",
        SubEventType.DisruptedWeaponsUse => "Usage d'armes empêché",
        SubEventType.HeadquartersOrBaseEstablished => "Base établie",
        SubEventType.LootingPropertyDestruction => "Pillage ou destruction",
        SubEventType.NonViolentTransferOfTerritory => "Territoire cédé",
        SubEventType.OtherStrategicDevelopment => "Évolution stratégique",
        _ => What(incident.LocalType),
    };

    private static string What(LocalType type) => type switch
    {
        LocalType.ArmedRobbery => "Vol à main armée",
        LocalType.Carjacking => "Vol de véhicule avec violence",
        LocalType.Burglary => "Cambriolage",
        LocalType.Extortion => "Extorsion",
        LocalType.IntimidationThreat => "Intimidation ou menace",
        LocalType.IllegalCheckpoint => "Barrage illégal",
        LocalType.RoadClosure => "Route fermée",
        LocalType.BlockadeSiege => "Blocus",
        LocalType.Curfew => "Couvre-feu",
        LocalType.AirportClosure => "Aéroport fermé",
        LocalType.CommunicationsOutage => "Communications coupées",
        LocalType.MovementRestriction => "Restriction de mouvement",
        LocalType.NaturalHazard => "Aléa naturel",
        LocalType.Accident => "Accident",
        _ => "Événement",
    };

    private static string Where(Place place)
    {
        if (place.Label.Length > 0)
        {
            bool said = place.Name.Length == 0 || $" {NameFolding.Fold(place.Label)} ".Contains($" {NameFolding.Fold(place.Name)} ", StringComparison.Ordinal);
            return said ? $"– {place.Label}" : $"– {place.Label} ({place.Name})";
        }

        if (place.Name.Length == 0)
            return string.Create(null, $"à {place.Point.Latitude:0.000}, {place.Point.Longitude:0.000}");
        return place.Precision switch
        {
            PlacePrecision.Country => $"({place.CountryCode})",
            PlacePrecision.AdminArea => $"(région {(place.Admin1.Length > 0 ? place.Admin1 : place.Name)})",
            PlacePrecision.Point when place.DistanceKm > InPlaceKm => $"près de {place.Name}",
            _ => $"à {place.Name}",
        };
    }

    private static string Others(Incident incident) => incident.Sites.Count == 2
        ? incident.Sites[1].Place.Label is { Length: > 0 } label ? $" et {label}" : " et un autre site"
        : $" et {incident.Sites.Count - 1} autres sites";
}
