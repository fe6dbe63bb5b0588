using System.Collections.Immutable;
using Alerts.V1;

namespace Alerts.AllInOne.Scenarios;

/// <summary>An exercise: the history of a place, and what its sources say step by step, to be played to a server at any speed.</summary>
/// <remarks>
/// Comes from <see cref="ScenarioCatalog"/>, which has checked it. Immutable, except that the generated messages inside are shared:
/// clone before changing one.
/// </remarks>
/// <param name="Name">What <c>alerts up --scenario</c> takes: a-z, 0-9 and hyphen, at most 40 characters.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Summary">What happens and what it shows, in a few sentences.</param>
/// <param name="TimeZone">IANA time zone of the place, such as "Africa/Bamako".</param>
/// <param name="Start">Where the domain clock starts; UTC, before or at the first step.</param>
/// <param name="End">Until when the domain clock has to run for everything to have ended; UTC, after the last step.</param>
/// <param name="Coverage">For which countries and days the history counts as complete; at least one.</param>
/// <param name="Sources">Publications that the facts rest on; empty for pure invention.</param>
/// <param name="History">Earlier events, each with a source, by date; to be imported before the first step.</param>
/// <param name="Steps">What happens, by time; steps of equal time in the order of the file.</param>
public sealed record Scenario(
    string Name,
    string Title,
    string Summary,
    string TimeZone,
    DateTimeOffset Start,
    DateTimeOffset End,
    ImmutableArray<CountryCoverage> Coverage,
    ImmutableArray<ScenarioSource> Sources,
    ImmutableArray<HistoricEvent> History,
    ImmutableArray<ScenarioStep> Steps)
{
    /// <summary>Name of the data set for the import of <see cref="History"/>: "scenario-" and the name, at most 49 characters.</summary>
    public string Dataset => "scenario-" + Name;
}
