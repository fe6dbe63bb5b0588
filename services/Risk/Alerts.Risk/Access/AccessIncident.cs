using Alerts.Risk.Acute;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>One revision of an incident as the rules for access need it.</summary>
public sealed record AccessIncident
{
    /// <summary>What the acute rules need of it too: type, sites with their evidence, targets, verification.</summary>
    public required AcuteIncident Acute { get; init; }

    /// <summary>When it began; of a day or coarser, its first instant.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Local day of the start.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was first heard.</summary>
    public required DateTimeOffset FirstHeard { get; init; }

    /// <summary>When a source last said anything of it.</summary>
    public required DateTimeOffset LastHeard { get; init; }

    /// <summary>Country of the main site, ISO 3166-1 alpha-2; empty when not known.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The spots in the sources' words, one for each site; empty where they gave none.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>For each site the name of the nearest place; may be empty.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What its reports say of access. Default: nothing.</summary>
    public IReadOnlyList<AccessEffect> Effects { get; init; } = [];

    /// <summary>Whether it became part of another incident, which then says what it said.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Strictest label of its reports.</summary>
    public required TlpLabel Tlp { get; init; }
}
