namespace Alerts.Forecast.BackTest;

// The days on which one city had a lethal event within 50 km, rising.
internal sealed class CityDays(int[] days)
{
    public int Within(int from, int before) => Math.Max(0, At(before) - At(from));

    private int At(int day)
    {
        int at = Array.BinarySearch(days, day);
        return at < 0 ? ~at : at;
    }
}
