using System.Globalization;
using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Views;
using Alerts.V1;
using AccessState = Alerts.Terms.AccessState;
using Simulation = Alerts.Risk.Views.Simulation;
using SimulatedIncident = Alerts.Risk.Views.SimulatedIncident;
using ThreatLevel = Alerts.Terms.ThreatLevel;

namespace Alerts.Risk.Wire;

/// <summary>Makes the answer to "what if", with what differs in plain words. Pure.</summary>
/// <param name="places">Names the place of each incident.</param>
internal sealed class SimulationMap(PlaceIndex places)
{
    private const double NamingKm = 50;

    public SimulateResponse ToResponse(Simulation simulation)
    {
        CityThreat simulated = CityThreatMap.ToThreat(simulation.Simulated);
        simulated.Hypothetical = true;
        return new SimulateResponse
        {
            Present = CityThreatMap.ToThreat(simulation.Present),
            Simulated = simulated,
            Differences = { Differences(simulation.Present, simulation.Simulated) },
            Incidents = { simulation.Incidents.Select(incident => ToIncident(incident, simulation.Simulated)) },
        };
    }

    private V1.SimulatedIncident ToIncident(SimulatedIncident incident, CityReading reading)
    {
        Acute.AcuteSite site = incident.Situation.Sites[0];
        Acute.AcuteAssessment assessment = incident.Situation.Assessment;
        var mapped = new V1.SimulatedIncident
        {
            Name = incident.Facts.IncidentId,
            DistanceKm = reading.City.Point.DistanceKmTo(site.Point),
            InReach = incident.IsInReach,
            Size = (IncidentSize)(assessment.Size ?? 0),
            Standing = (AcuteStanding)assessment.Standing,
            Urgency = (Urgency)(incident.Urgency ?? 0),
            Floor = (V1.ThreatLevel)(incident.Situation.FloorAt(reading.At)?.Floor ?? 0),
            FeedsForecast = incident.Facts.Contribution is not null,
            Reasons = { assessment.Reasons.Select(AlertDraftMap.ToReason) },
        };
        if (places.Nearest(site.Point, NamingKm) is { } near)
        {
            mapped.Place = AlertDraftMap.ToPlace(near.Place);
            mapped.Place.Point = new GeoPoint { Latitude = site.Point.Latitude, Longitude = site.Point.Longitude };
            mapped.Place.Precision = (PlacePrecision)site.Precision;
            mapped.Place.DistanceKm = near.Km;
        }

        return mapped;
    }

    private static IEnumerable<ThreatDifference> Differences(CityReading present, CityReading simulated)
    {
        (string Field, string Before, string After)[] faces =
        [
            ("level", Words(present.Level.Level, "not assessed"), Words(simulated.Level.Level, "not assessed")),
            ("band", Words(present.Level.Band, "none"), Words(simulated.Level.Band, "none")),
            ("acute_floor", Words(present.Level.AcuteFloor, "none"), Words(simulated.Level.AcuteFloor, "none")),
            ("access", Words(present.Access?.State), Words(simulated.Access?.State)),
            ("probability_30d", Percent(present.Days30?.P), Percent(simulated.Days30?.P)),
            ("probability_7d", Percent(present.Days7?.P), Percent(simulated.Days7?.P)),
        ];
        foreach ((string field, string before, string after) in faces.Where(face => face.Before != face.After))
            yield return new ThreatDifference { Field = field, Before = before, After = after };
        string[] then = [.. present.Level.Reasons.Select(r => r.Text)];
        string[] now = [.. simulated.Level.Reasons.Select(r => r.Text)];
        foreach (string gone in then.Except(now))
            yield return new ThreatDifference { Field = "reasons", Before = gone };
        foreach (string come in now.Except(then))
            yield return new ThreatDifference { Field = "reasons", After = come };
    }

    private static string Words(ThreatLevel? level, string none) => level is { } l ? $"{(int)l} {l}" : none;

    private static string Words(AccessState? state) => state is { } s ? AccessWords.Of(s).English : "not known";

    // One decimal: a what-if is about small differences, which whole per cents would hide.
    private static string Percent(double? p) => p is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "none";
}
