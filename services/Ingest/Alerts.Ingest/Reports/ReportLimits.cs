namespace Alerts.Ingest.Reports;

// The limits that protos/alerts/v1/report.proto states.
internal static class ReportLimits
{
    public const int Sites = 16;
    public const int Casualties = 16;
    public const int Statements = 32;
    public const int Actors = 16;
    public const int Targets = 12;
    public const int Access = 8;
    public const int Recipients = 64;
    public const int NameLength = 200;
    public const int StatementLength = 500;
    public const int AidTextLength = 100;
    public const int UrlLength = 2048;
    public const int TextBytes = 65_536;
    public const int ReasonLength = 500;
    public const int EarliestYear = 1900;

    // Accepted and not folded yet, beyond which no more are taken in: whoever reports may rather tell a person then. A bound on memory and delay after a flood, no
    // promise of a time: on busy cores some tens were folded a second, so alerts are late long before it.
    public const int UnfoldedReports = 50_000;

    // Clocks of phones and servers differ by minutes; more than this is a wrong date.
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);
}
