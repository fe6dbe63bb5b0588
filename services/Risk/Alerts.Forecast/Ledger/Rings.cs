namespace Alerts.Forecast.Ledger;

// Radii of the starting design; the parameters were fitted with them.
internal static class Rings
{
    public const int Count = 3;
    public const double InnerKm = 25;
    public const double OuterKm = 50;
    public const double NonLethalKm = 100;

    private static readonly double InnerChord = UnitVector.ChordSquaredOfKm(InnerKm);
    private static readonly double OuterChord = UnitVector.ChordSquaredOfKm(OuterKm);
    private static readonly double NonLethalChord = UnitVector.ChordSquaredOfKm(NonLethalKm);

    public static double ReachKm(bool lethal) => lethal ? OuterKm : NonLethalKm;

    // The ring of a city in which an event falls; null when it is too far away to count.
    public static Ring? Of(UnitVector city, Entry entry)
    {
        double chord = city.ChordSquaredTo(entry.Vector);
        if (!entry.Event.Lethal) return chord <= NonLethalChord ? Ring.NonLethal : null;
        if (chord <= InnerChord) return Ring.Inner;
        return chord <= OuterChord ? Ring.Outer : null;
    }
}
