using Alerts.Ingest.Reports;

namespace Alerts.Ingest.Storage;

// Reports that folding has read lately: an incident is rebuilt from all its reports with each new one. Used by the store's writer only.
internal sealed class ReportCache
{
    private const int Limit = 20_000;

    private readonly Dictionary<long, Report> _reports = [];

    public Report? Find(long sequence) => _reports.GetValueOrDefault(sequence);

    public void Put(Report report)
    {
        if (_reports.Count >= Limit)
            _reports.Clear();
        _reports[report.Sequence] = report;
    }

    // After an undone commit the numbers are given again, to other reports.
    public void Clear() => _reports.Clear();
}
