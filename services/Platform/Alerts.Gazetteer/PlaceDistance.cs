namespace Alerts.Gazetteer;

/// <summary>A place and how far it is from where one asked.</summary>
/// <param name="Place">The place.</param>
/// <param name="Km">Great-circle distance to the place's centre, kilometres, at least 0.</param>
public readonly record struct PlaceDistance(Place Place, double Km);
