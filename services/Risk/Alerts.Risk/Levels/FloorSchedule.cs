using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>Where a floor stands at an instant and what is due next. All instants are UTC.</summary>
/// <param name="Floor">The floor now; null when it has run out.</param>
/// <param name="IsQuiet">Whether there was no new report for 72 hours. This is not an all-clear.</param>
/// <param name="QuietAt">When the situation becomes or became quiet.</param>
/// <param name="NextStepAt">When the floor next falls by one step; null when nothing is left to fall or a hold without end keeps it.</param>
/// <param name="AnnounceAt">When that step is announced, 12 hours before it; may be past. Null when no step is due.</param>
/// <param name="FloorAfter">The floor after that step; null when it then has run out, or when no step is due.</param>
public sealed record FloorSchedule(
    ThreatLevel? Floor,
    bool IsQuiet,
    DateTimeOffset QuietAt,
    DateTimeOffset? NextStepAt,
    DateTimeOffset? AnnounceAt,
    ThreatLevel? FloorAfter)
{
    /// <summary>The earliest of quiet, announcement and step that lies after an instant; null when nothing is due any more.</summary>
    /// <param name="now">The instant.</param>
    public DateTimeOffset? NextDueAfter(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (DateTimeOffset? due in new[] { QuietAt, AnnounceAt, NextStepAt })
        {
            if (due > now && (next is null || due < next)) next = due;
        }

        return next;
    }
}
