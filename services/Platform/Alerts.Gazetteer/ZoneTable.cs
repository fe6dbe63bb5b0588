namespace Alerts.Gazetteer;

/// <summary>Time zones by their row in the place file, looked up on the machine once each.</summary>
internal sealed class ZoneTable(string[] ids)
{
    /// <summary>How far from a place its zone still counts, kilometres: farther than any inhabited land of the gazetteer is from its nearest place.</summary>
    public const double ReachKm = 300;

    /// <summary>The earth turns 360 degrees in 24 hours.</summary>
    public const double DegreesPerHour = 15;

    // A race only looks a zone up twice and stores an equal value.
    private readonly TimeZoneInfo?[] _zones = new TimeZoneInfo?[ids.Length];

    public string Id(int row) => ids[row];

    public TimeZoneInfo Zone(int row)
    {
        if (_zones[row] is { } known) return known;
        try
        {
            return _zones[row] = TimeZoneInfo.FindSystemTimeZoneById(ids[row]);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new TimeZoneNotFoundException(
                $"This machine has no data for the time zone {ids[row]}. Install the operating system's package tzdata and start again.", e);
        }
    }
}
