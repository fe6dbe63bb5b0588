using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>Everything that the advisers of one organisation have signed for one area, what is over included. Immutable; stored as it is.</summary>
public sealed record SignedArea
{
    /// <summary>Days after the signature by which a review must be due.</summary>
    public const int LongestReviewDays = 366;

    /// <summary>Days for which an override may be signed.</summary>
    public const int LongestOverrideDays = 90;

    /// <summary>Whose advisers.</summary>
    public required Scope Scope { get; init; }

    /// <summary>For what.</summary>
    public required Area Area { get; init; }

    /// <summary>Revision of the thread of alerts about its level; 0 while officers were told nothing.</summary>
    public long Revision { get; init; }

    /// <summary>Levels, the earliest first; at most one stands.</summary>
    public IReadOnlyList<SignedLevel> Levels { get; init; } = [];

    /// <summary>Overrides, the earliest first.</summary>
    public IReadOnlyList<LevelOverride> Overrides { get; init; } = [];

    /// <summary>When an override's end is next announced or comes; null when nothing is due.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The level that stands at an instant; null when none does.</summary>
    public SignedLevel? AssessedAt(DateTimeOffset now) => Levels.LastOrDefault(level => level.CountsAt(now));

    /// <summary>Whether anything that was signed counts at an instant.</summary>
    public bool StandsAt(DateTimeOffset now) => AssessedAt(now) is not null || Overrides.Any(o => o.CountsAt(now));

    /// <summary>After an adviser signed a level: the one before ends.</summary>
    /// <param name="level">The new one.</param>
    public SignedArea Sign(SignedLevel level)
    {
        SignedArea ended = Ended(level.SignedAt);
        return ended with { Levels = [.. ended.Levels, level] };
    }

    /// <summary>After an adviser withdrew the level that stands.</summary>
    /// <exception cref="AlertsException">Failed precondition: none stands.</exception>
    public SignedArea Withdraw(DateTimeOffset now, Withdrawal withdrawal) =>
        AssessedAt(now) is not null ? Ended(now, withdrawal) : throw Nothing("signed level", now);

    /// <summary>After an adviser signed an override. Those that stand go on beside it.</summary>
    public SignedArea Override(LevelOverride order) => (this with { Overrides = [.. Overrides, order] }).DueAfter(order.SignedAt);

    /// <summary>After an adviser ended every override that stands.</summary>
    /// <exception cref="AlertsException">Failed precondition: none stands.</exception>
    public SignedArea EndOverrides(DateTimeOffset now, Withdrawal withdrawal) => Overrides.Any(o => o.CountsAt(now))
        ? (this with { Overrides = [.. Overrides.Select(o => o.CountsAt(now) ? o with { EndsAt = now, Withdrawal = withdrawal } : o)] }).DueAfter(now)
        : throw Nothing("override", now);

    /// <summary>With what is due after an instant.</summary>
    public SignedArea DueAfter(DateTimeOffset now) =>
        this with { NextDue = Overrides.SelectMany(o => new DateTimeOffset?[] { o.AnnounceEndAt, o.EndsAt }).Where(due => due > now).Min() };

    private SignedArea Ended(DateTimeOffset now, Withdrawal? withdrawal = null) =>
        this with { Levels = [.. Levels.Select(l => l.EndedAt is null ? l with { EndedAt = now, Withdrawal = withdrawal } : l)] };

    private AlertsException Nothing(string what, DateTimeOffset now) =>
        new(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"No {what} stands for {Area.Name} at {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
}
