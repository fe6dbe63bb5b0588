namespace Alerts.Forecast.Ledger;

// The series that a city keeps. Edges belong to the inner ring.
internal enum Ring
{
    // A lethal event 0 to 25 km away.
    Inner = 0,

    // A lethal event beyond 25 and up to 50 km away.
    Outer = 1,

    // A lethal event beyond 50 and up to 100 km away.
    Fringe = 2,

    // A lethal event beyond 100 and up to 200 km away.
    Region = 3,

    // An event without deaths up to 100 km away.
    NonLethal = 4,
}
