using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>How an acute floor ends without anybody's word: quiet after 72 hours, then one step a day, by day only, announced before.</summary>
/// <remarks>
/// The first step is due 24 hours after quiet, each further one 24 hours after the one before. A step due at night waits for the local
/// morning. A step from level 2 ends the floor, since level 1 forces nothing. No clock issues an all-clear. Pure and thread safe.
/// </remarks>
public static class FloorDecay
{
    /// <summary>Hours after the last act until a situation is quiet.</summary>
    public const int QuietHours = 72;

    /// <summary>Hours between quiet and the first step, and between two steps.</summary>
    public const int StepHours = 24;

    /// <summary>Hours by which a step is announced before it.</summary>
    public const int AnnounceHours = 12;

    /// <summary>Local hour from which floors may fall: people are awake to object.</summary>
    public const int DayStartsAtHour = 7;

    /// <summary>Local hour from which floors no longer fall until the next morning.</summary>
    public const int DayEndsAtHour = 19;

    /// <summary>The floor at an instant and what is due next.</summary>
    /// <param name="floor">The floor that the acute rules gave.</param>
    /// <param name="lastAct">The last known act; a coarse time counts to its end.</param>
    /// <param name="zone">The clocks at the place.</param>
    /// <param name="now">The instant.</param>
    /// <param name="holds">Advisers' holds, what is over included: a step that one of them held back stays held back.</param>
    public static FloorSchedule At(ThreatLevel floor, ActTime lastAct, TimeZoneInfo zone, DateTimeOffset now, params IReadOnlyList<FloorHold> holds)
    {
        DateTimeOffset quietAt = lastAct.End(zone).AddHours(QuietHours).ToUniversalTime();
        ThreatLevel? current = floor;
        DateTimeOffset? step = Due(quietAt.AddHours(StepHours), zone, holds);
        while (current is not null && step <= now)
        {
            current = Below(current.Value);
            step = Due(step.Value.AddHours(StepHours), zone, holds);
        }

        if (current is null) step = null;
        return new FloorSchedule(
            current,
            now >= quietAt,
            quietAt,
            step,
            step?.AddHours(-AnnounceHours),
            step is null ? null : Below(current!.Value));
    }

    private static ThreatLevel? Below(ThreatLevel level) => level <= ThreatLevel.Low ? null : level - 1;

    // The first instant from the given one on that is in local daytime and not held; null when a hold has no end.
    private static DateTimeOffset? Due(DateTimeOffset from, TimeZoneInfo zone, IReadOnlyList<FloorHold> holds)
    {
        DateTimeOffset due = InDaytime(from, zone);
        while (holds.FirstOrDefault(h => h.Covers(due)) is { } hold)
        {
            if (hold.Until is not { } until)
                return null;
            due = InDaytime(until.ToUniversalTime(), zone);
        }

        return due;
    }

    private static DateTimeOffset InDaytime(DateTimeOffset instant, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (local.Hour is >= DayStartsAtHour and < DayEndsAtHour) return instant;
        DateTime morning = local.Date.AddHours(DayStartsAtHour);
        return LocalClock.InstantOf(local.Hour < DayStartsAtHour ? morning : morning.AddDays(1), zone);
    }
}
