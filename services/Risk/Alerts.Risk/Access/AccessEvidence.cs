using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>What one incident says about one way into one city. Its time is a span: an incident that goes on only ever grows.</summary>
public sealed record AccessEvidence
{
    /// <summary>The incident, "incidents/{id}".</summary>
    public required string IncidentId { get; init; }

    /// <summary>GeoNames id of the city.</summary>
    public required int CityId { get; init; }

    /// <summary>What it says.</summary>
    public required AccessEvidenceKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required AccessAspect Aspect { get; init; }

    /// <summary>For a road: degrees clockwise from north, 0 to below 360, from the city towards it. Null: no single road.</summary>
    public double? Bearing { get; init; }

    /// <summary>The place that the road leads to or that was struck, for people; empty when there is none.</summary>
    public string Toward { get; init; } = "";

    /// <summary>When it began; of a day, its first instant.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The last act: of a day, when it was first heard if that was on that day, else the day's end. At least <see cref="Start"/>.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>Local day of the start.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When a source last said anything of it.</summary>
    public required DateTimeOffset LastHeard { get; init; }

    /// <summary>How well it is supported; never improbable.</summary>
    public required AcuteStanding Standing { get; init; }

    /// <summary>Independent origins that report it; claims of armed groups are none.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Whether a report named the city; else it was inferred from the place.</summary>
    public bool IsStated { get; init; }

    /// <summary>A drill or a scenario.</summary>
    public bool Exercise { get; init; }

    /// <summary>Strictest label of its reports.</summary>
    public required TlpLabel Tlp { get; init; }

    internal WayKey Way => new(Aspect, Bearing is { } bearing ? Compass.SectorOf(bearing) : null);

    internal bool IsSupported => Standing >= AcuteStanding.Credible;

    internal bool IsCorroborated => Standing == AcuteStanding.Corroborated;

    internal bool IsSevere => Kind is AccessEvidenceKind.RoadAttack or AccessEvidenceKind.RoadClosed or AccessEvidenceKind.Blockade or AccessEvidenceKind.Shortage;
}
