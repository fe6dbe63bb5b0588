namespace Alerts.Risk.Acute;

/// <summary>Best counts of people for one incident. Null is unknown, never 0.</summary>
/// <param name="KilledVictims">Killed, attackers not counted.</param>
/// <param name="KilledAttackers">Attackers killed.</param>
/// <param name="KilledUnknown">Killed of whom it is not said which side they were on.</param>
/// <param name="Wounded">Wounded.</param>
public sealed record AcuteCasualties(int? KilledVictims = null, int? KilledAttackers = null, int? KilledUnknown = null, int? Wounded = null)
{
    /// <summary>Nothing is known.</summary>
    public static AcuteCasualties Unknown { get; } = new();

    /// <summary>All killed together; null when none of the three counts is known.</summary>
    public int? Killed => (KilledVictims ?? KilledAttackers ?? KilledUnknown) is null
        ? null
        : (KilledVictims ?? 0) + (KilledAttackers ?? 0) + (KilledUnknown ?? 0);
}
