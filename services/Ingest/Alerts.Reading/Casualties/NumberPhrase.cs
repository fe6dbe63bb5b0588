namespace Alerts.Reading.Casualties;

// A number of people: where it stands, its value, and whether it is only a lower or an upper bound.
internal sealed record NumberPhrase(int Word, int End, int Value, bool IsLow, bool IsHigh);
