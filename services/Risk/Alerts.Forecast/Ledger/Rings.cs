using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Ledger;

// Radii of the rings, and the zones of the score that they make up; the parameters were fitted with them.
internal static class Rings
{
    public const int Count = 5;
    public const double InnerKm = 25;
    public const double OuterKm = 50;
    public const double FringeKm = 100;
    public const double RegionKm = 200;
    public const double NonLethalKm = 100;

    private static readonly double InnerChord = UnitVector.ChordSquaredOfKm(InnerKm);
    private static readonly double OuterChord = UnitVector.ChordSquaredOfKm(OuterKm);
    private static readonly double FringeChord = UnitVector.ChordSquaredOfKm(FringeKm);
    private static readonly double RegionChord = UnitVector.ChordSquaredOfKm(RegionKm);
    private static readonly double NonLethalChord = UnitVector.ChordSquaredOfKm(NonLethalKm);

    public static double ReachKm(bool lethal) => lethal ? RegionKm : NonLethalKm;

    // The ring of a city in which an event falls; null when it is too far away to count.
    public static Ring? Of(UnitVector city, Entry entry) => Of(city.ChordSquaredTo(entry.Vector), entry.Event.Lethal);

    public static Ring? Of(double chordSquared, bool lethal)
    {
        if (!lethal) return chordSquared <= NonLethalChord ? Ring.NonLethal : null;
        if (chordSquared <= InnerChord) return Ring.Inner;
        if (chordSquared <= OuterChord) return Ring.Outer;
        if (chordSquared <= FringeChord) return Ring.Fringe;
        return chordSquared <= RegionChord ? Ring.Region : null;
    }

    public static Zone ZoneOf(Ring ring) => ring switch
    {
        Ring.Inner or Ring.Outer => Zone.Near,
        Ring.Fringe => Zone.Fringe,
        Ring.Region => Zone.Region,
        _ => Zone.NonLethal,
    };
}
