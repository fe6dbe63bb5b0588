using Alerts.Risk.Access;
using Alerts.Risk.Acute;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>One revision of an incident as risk sees it: what the acute rules need, and what the thread of alerts needs.</summary>
public sealed record IncidentFacts
{
    /// <summary>For the acute rules. Null for history, which raises nothing.</summary>
    public required AcuteIncident? Acute { get; init; }

    /// <summary>For the rules for access. Null for history. Default: null.</summary>
    public AccessIncident? Access { get; init; }

    /// <summary>The incident, "incidents/{id}".</summary>
    public required string IncidentId { get; init; }

    /// <summary>Its revision, 1 and upwards.</summary>
    public required long Revision { get; init; }

    /// <summary>Whose it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>One line: what and where.</summary>
    public required string Title { get; init; }

    /// <summary>The same in French; null for one that was stored before there was French.</summary>
    public string? FrenchTitle { get; init; }

    /// <summary>Country of the main site, ISO 3166-1 alpha-2; empty when not known.</summary>
    public required string CountryCode { get; init; }

    /// <summary>What it adds to the forecast; null when it adds nothing (not organised violence, not supported, too coarse, toll unknown).</summary>
    public required Contribution? Contribution { get; init; }

    /// <summary>The incident that it became part of; null when it stands for itself.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Incidents that became part of this one with this revision. Default: none.</summary>
    public IReadOnlyList<string> Absorbed { get; init; } = [];

    /// <summary>The shared incident that this private overlay stands in for; null for none.</summary>
    public string? Overlays { get; init; }

    /// <summary>Organisations in whose view an overlay stands in for this shared incident. Default: none.</summary>
    public IReadOnlyList<string> OverlaidIn { get; init; } = [];

    /// <summary>Whether nothing but links to other incidents is new: nobody needs to be told. Default: false.</summary>
    public bool OnlyLinksAreNew { get; init; }

    /// <summary>Incidents that may be one and the same event. Default: none.</summary>
    public IReadOnlyList<string> MaybeSame { get; init; } = [];
}
