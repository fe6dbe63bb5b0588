using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>What the acute rules say about one revision of an incident. The next revision is judged against it, so it is stored.</summary>
public sealed record AcuteAssessment
{
    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>The revision that was judged.</summary>
    public required long Revision { get; init; }

    /// <summary>Largest size that it qualifies for; null when the acute table does not cover it: no alert follows.</summary>
    public required IncidentSize? Size { get; init; }

    /// <summary>Best standing of the incident over its sizes.</summary>
    public required AcuteStanding Standing { get; init; }

    /// <summary>The best cell of each size it qualifies for, largest size first; empty when not covered or retracted.</summary>
    public required IReadOnlyList<TableCell> Cells { get; init; }

    /// <summary>Level forced on cities in reach before any decay; null when none.</summary>
    public required ThreatLevel? Floor { get; init; }

    /// <summary>How this revision reaches an officer; null: no alert. For a retraction: the most urgent that the situation ever had.</summary>
    public required Urgency? Urgency { get; init; }

    /// <summary>Whether a person should look at it because nothing but improbable evidence supports it.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>Whether no report remains: the alert is a Cancel and every floor of it ends now.</summary>
    public required bool IsRetracted { get; init; }

    /// <summary>Why, the deciding reasons first.</summary>
    public required IReadOnlyList<LevelReason> Reasons { get; init; }

    /// <summary>What later revisions are compared with.</summary>
    public required AcuteMemory Memory { get; init; }
}
