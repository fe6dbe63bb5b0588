namespace Alerts.Gazetteer;

/// <summary>A place that was found by the beginning of one of its names.</summary>
/// <param name="Place">The place.</param>
/// <param name="OtherName">The alternate name that begins so, folded; null when the place's own does.</param>
public readonly record struct FoundName(Place Place, string? OtherName);
