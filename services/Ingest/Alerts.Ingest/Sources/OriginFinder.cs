using Alerts.Gazetteer;
using Alerts.Ingest.Reports;

namespace Alerts.Ingest.Sources;

// Tells which origin a report comes from. Pure.
internal static class OriginFinder
{
    // How long after its first appearance a text still counts as the same message.
    public static readonly TimeSpan CopyWindow = TimeSpan.FromDays(7);

    // The name by which a source is known: who it was relayed from, else the source itself; empty when nobody is named or the first sender
    // of a forward is unknown. The kind of source is left out, so that an agency and those who relay it are one origin.
    public static string NameOf(Source source)
    {
        if (source.RelayedFrom.Length > 0)
            return NameFolding.Fold(source.RelayedFrom);
        return source.Forwarded ? "" : NameFolding.Fold(source.Name);
    }

    // Whether two reports bear the same text within the window. Two of one submission never count: a digest tells of several events.
    public static bool IsCopy(Report report, Report earlier) =>
        (report.Submission != earlier.Submission || report.Sequence == earlier.Sequence)
        && (report.AcceptTime - earlier.AcceptTime).Duration() <= CopyWindow
        && report.Print is { } print && earlier.Print is { } other && print.IsCopyOf(other);

    // That of the earliest text which it copies, else its source's name, else unknown. Originals: what it copies, the earliest first; only
    // those whose scope the report may draw on count, so that nothing of an organisation shows in what is shared.
    public static string OriginOf(Report report, IEnumerable<Report> originals) =>
        originals.FirstOrDefault(o => (o.Scope.IsShared || o.Scope == report.Scope) && o.Origin.Length > 0)?.Origin ?? NameOf(report.Source);
}
