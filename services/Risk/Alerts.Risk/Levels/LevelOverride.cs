using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>An adviser's override of a city's level, for a time. It is signed either upwards or downwards.</summary>
/// <remarks>
/// Upwards it is a floor. Downwards it caps the acute floors of the situations that were known when it was signed, each only up to the
/// floor it had then: a situation that grows afterwards, or a new one, counts in full. It never lowers the assessed level or the band.
/// </remarks>
public sealed record LevelOverride
{
    /// <summary>Hours before its end at which the end is announced.</summary>
    public const int AnnounceHours = 24;

    /// <summary>The area that it was signed for.</summary>
    public required Area Area { get; init; }

    /// <summary>The level: at least this upwards, at most this for known situations downwards.</summary>
    public required ThreatLevel Level { get; init; }

    /// <summary>Who signed.</summary>
    public required string Adviser { get; init; }

    /// <summary>Why, in the adviser's words.</summary>
    public required string Rationale { get; init; }

    /// <summary>From when it counts, inclusive.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Until when it counts, exclusive.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Downwards: the situations known when it was signed, each with its floor then. Null: upwards.</summary>
    public IReadOnlyDictionary<string, ThreatLevel>? KnownSituations { get; init; }

    /// <summary>Who ended it before its time, and why; null when nobody did.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>When its end is announced.</summary>
    public DateTimeOffset AnnounceEndAt => EndsAt.AddHours(-AnnounceHours);

    /// <summary>Whether it counts at an instant.</summary>
    public bool CountsAt(DateTimeOffset now) => now >= SignedAt && now < EndsAt;

    internal ThreatLevel Cap(AcuteFloor floor) =>
        KnownSituations is not null && KnownSituations.TryGetValue(floor.SituationId, out ThreatLevel then) && floor.Floor <= then && floor.Floor > Level
            ? Level
            : floor.Floor;
}
