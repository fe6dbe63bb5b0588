namespace Alerts.AllInOne.Scenarios;

/// <summary>One thing that somebody does in a scenario: a <see cref="ReportStep"/>, <see cref="RetractStep"/> or <see cref="ClearStep"/>.</summary>
/// <param name="At">When, on the domain clock; UTC.</param>
/// <param name="Note">Why the step is there and what to expect of it; for people, never sent.</param>
/// <param name="RequestId">
/// The request_id to send: "scenario:NAME:NN" with the step's number from 01. The same on every run, so a run that is repeated on one
/// data folder stores nothing twice.
/// </param>
public abstract record ScenarioStep(DateTimeOffset At, string Note, string RequestId);
