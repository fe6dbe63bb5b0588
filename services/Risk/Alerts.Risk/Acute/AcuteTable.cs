using Alerts.Terms;

namespace Alerts.Risk.Acute;

/// <summary>The acute table of the design: urgency and floor by size and standing.</summary>
/// <remarks>A starting table: changes to it are recorded as decisions. Monotone: a larger size or a better standing never gives less. Pure.</remarks>
public static class AcuteTable
{
    /// <summary>The cell of a size and standing.</summary>
    public static TableCell Cell(IncidentSize size, AcuteStanding standing)
    {
        (Urgency? Urgency, ThreatLevel? Floor) cell = (standing, size) switch
        {
            (AcuteStanding.Improbable, IncidentSize.Major) => (Urgency.Priority, null),
            (AcuteStanding.Improbable, _) => (null, null),
            (AcuteStanding.Unverified, IncidentSize.Minor) => (Urgency.Routine, null),
            (AcuteStanding.Unverified, IncidentSize.Serious) => (Urgency.Flash, ThreatLevel.Moderate),
            (AcuteStanding.Unverified, _) => (Urgency.Flash, ThreatLevel.Substantial),
            (_, IncidentSize.Minor) => (Urgency.Priority, ThreatLevel.Moderate),
            (AcuteStanding.Credible, IncidentSize.Serious) => (Urgency.Flash, ThreatLevel.Substantial),
            (AcuteStanding.Credible, _) => (Urgency.Flash, ThreatLevel.High),
            (_, IncidentSize.Serious) => (Urgency.Flash, ThreatLevel.High),
            _ => (Urgency.Flash, ThreatLevel.Extreme),
        };
        return new TableCell(size, standing, cell.Urgency, cell.Floor);
    }
}
