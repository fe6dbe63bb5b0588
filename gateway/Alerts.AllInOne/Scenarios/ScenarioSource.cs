namespace Alerts.AllInOne.Scenarios;

/// <summary>A publication that facts of a scenario were taken from.</summary>
/// <param name="Title">Its title, or what it is about where the title is not at hand.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">Day of publication, ISO 8601.</param>
public sealed record ScenarioSource(string Title, string Publisher, DateOnly Date);
