namespace Alerts.Reading.Frame;

// Where and when a text was filed: its day, the words that may name the place, and the words of the whole line.
internal sealed record Dateline(DateOnly? Date, int PlaceFirst, int PlaceEnd, int First, int End)
{
    public static Dateline None { get; } = new(null, 0, 0, 0, 0);
}
