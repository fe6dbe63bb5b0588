using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Incidents;

// When an incident happened, from all its reports. Pure.
internal static class OccurredBuilder
{
    // The earliest start among the most exact; the latest act that anybody knows of.
    public static OccurredTime Build(IReadOnlyList<Report> reports)
    {
        TimePrecision finest = reports.Min(r => r.Occurred.Precision);
        OccurredTime start = reports
            .Where(r => r.Occurred.Precision == finest)
            .OrderBy(r => TimeWindow.Of(r.Occurred, r.Sites[0].Place).From).ThenBy(r => r.Sequence)
            .First().Occurred;
        DateTimeOffset? last = reports.Max(r => r.Occurred.LastAct > r.Occurred.Start || r.Occurred.Start is null ? r.Occurred.LastAct : r.Occurred.Start);
        return new OccurredTime
        {
            Start = start.Start,
            LocalDate = start.LocalDate,
            Precision = finest,
            LastAct = last > start.Start || start.Start is null ? last : null,
            Ongoing = IsOngoing(reports),
        };
    }

    // The newest word of those who do not fight. "Under control" by a belligerent ends nothing that others still report, and counts only where
    // nobody else has spoken of it.
    private static bool? IsOngoing(IReadOnlyList<Report> reports)
    {
        Report[] said = [.. reports.Where(r => r.Occurred.Ongoing is not null).OrderBy(r => r.SaidAt).ThenBy(r => r.Sequence)];
        Report? newest = said.LastOrDefault(r => !r.Source.IsBelligerent) ?? said.LastOrDefault();
        return newest?.Occurred.Ongoing;
    }
}
