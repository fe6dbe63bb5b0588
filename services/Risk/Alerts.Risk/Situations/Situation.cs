using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Situations;

/// <summary>The thread of one incident, as it stands after its latest revision. Immutable; stored as it is.</summary>
public sealed record Situation
{
    /// <summary>"situations/{id}".</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The incident, "incidents/{id}".</summary>
    public required string IncidentId { get; init; }

    /// <summary>Revision of the incident that was judged last.</summary>
    public required long IncidentRevision { get; init; }

    /// <summary>Revision of this thread, 1 and upwards: one for each alert.</summary>
    public required long Revision { get; init; }

    /// <summary>One line: what and where.</summary>
    public required string Title { get; init; }

    /// <summary>The same in French; null for one that was stored before there was French.</summary>
    public string? FrenchTitle { get; init; }

    /// <summary>Where it stands.</summary>
    public required SituationStatus Status { get; init; }

    /// <summary>What the acute rules said last.</summary>
    public required AcuteAssessment Assessment { get; init; }

    /// <summary>Its sites.</summary>
    public required IReadOnlyList<AcuteSite> Sites { get; init; }

    /// <summary>When the last act was.</summary>
    public required ActTime LastAct { get; init; }

    /// <summary>IANA zone of the place.</summary>
    public required string ZoneId { get; init; }

    /// <summary>When it is next looked at without a new report; null when nothing is due.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Organisations in whose view an overlay stands in for it. Default: none.</summary>
    public IReadOnlyList<string> OverlaidIn { get; init; } = [];

    /// <summary>Advisers' holds on its floor, the earliest first, what is over included. Default: none.</summary>
    public IReadOnlyList<FloorHold> Holds { get; init; } = [];

    /// <summary>A drill or a scenario.</summary>
    public bool Exercise { get; init; }

    /// <summary>Whether officers were ever told of it.</summary>
    public bool WasAlerted => Revision > 0;

    /// <summary>Whether it may force a level: active or quiet.</summary>
    public bool IsOpen => Status is SituationStatus.Active or SituationStatus.Quiet;

    /// <summary>The floor at an instant and what is due next; null when it forces nothing.</summary>
    public FloorSchedule? ScheduleAt(DateTimeOffset now) =>
        IsOpen && Assessment.Floor is { } floor ? FloorDecay.At(floor, LastAct, Zone(), now, Holds) : null;

    /// <summary>The floor at an instant; null when it forces nothing.</summary>
    public AcuteFloor? FloorAt(DateTimeOffset now) =>
        ScheduleAt(now)?.Floor is { } floor ? new AcuteFloor(Id, IncidentId, floor) : null;

    /// <summary>The clocks at the place; UTC when the zone is not known on this machine.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(ZoneId, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;
}
