using Alerts.Gazetteer;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>One thing that waits for an adviser. Immutable.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Weight">How heavy within its kind, the heaviest first: a level, or levels between the two that differ.</param>
/// <param name="Subject">Resource name: "cities/{id}", "countries/{code}" or "situations/{id}".</param>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Reason">Why it waits, in plain English.</param>
/// <param name="Todo">What to do, in plain English.</param>
public sealed record ToSign(ToSignKind Kind, int Weight, string Subject, string Title, string Reason, string Todo)
{
    /// <summary>The city; null for a country or a situation.</summary>
    public Place? City { get; init; }

    /// <summary>The situation; null for an area.</summary>
    public Situation? Situation { get; init; }

    /// <summary>Current level, or the floor of a situation; null when none.</summary>
    public ThreatLevel? Level { get; init; }

    /// <summary>The signed level; null when none stands.</summary>
    public ThreatLevel? Assessed { get; init; }

    /// <summary>What the forecast suggests; null without coverage.</summary>
    public ThreatLevel? Band { get; init; }

    /// <summary>By when; null when nothing happens by itself.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>A drill or a scenario. Default: false.</summary>
    public bool Exercise { get; init; }
}
