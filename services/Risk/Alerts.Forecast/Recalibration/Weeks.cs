namespace Alerts.Forecast.Recalibration;

// Weekly origins: Mondays, counted from 0001-01-01, which was one.
internal static class Weeks
{
    public const int Days = 7;

    // Week whose Monday is the last one not after a day.
    public static int Of(int day) => day / Days;

    public static int Monday(int week) => week * Days;

    // Weeks from an origin to the first Monday on which all of its horizon is over.
    public static int Lag(int horizonDays) => (horizonDays + Days - 1) / Days;
}
