namespace Alerts.Forecast.Ledger;

// A contribution as the ledger keeps it. Compared by reference: one object per Put.
internal sealed class Entry(LedgerEvent given)
{
    public LedgerEvent Event { get; } = given;

    public UnitVector Vector { get; } = UnitVector.Of(given.Point);

    // Where its cell keeps it.
    public int Slot { get; set; }

    public int Day { get; } = given.LocalDay.DayNumber;
}
