namespace Alerts.Reading.Frame;

// Where and when a text was filed: the words that may name the place, and the word behind the date.
internal sealed record Dateline(DateOnly? Date, int PlaceFirst, int PlaceCount, int End)
{
    public static Dateline None { get; } = new(null, 0, 0, 0);
}
