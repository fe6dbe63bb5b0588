using Alerts.Terms;

namespace Alerts.Feeds;

/// <summary>An actor of a historic event. Immutable and thread safe.</summary>
/// <param name="Name">Name as the data set gives it, 1 to 200 characters.</param>
/// <param name="Type">Kind; null when the data set does not say.</param>
/// <param name="Part">What it did; <see cref="ActorPart.Unknown"/> when the data set does not say who attacked whom.</param>
public sealed record HistoricActor(string Name, ActorType? Type, ActorPart Part);
