using Alerts.Feeds;
using Alerts.Feeds.Acled;
using Alerts.Feeds.Ucdp;

namespace Alerts.Cli.Importing;

// A layout that 'import' reads. ForbidsPassingOn: by the terms of its source.
internal sealed record HistoryFormat(string Name, string Dataset, Func<Stream, IEnumerable<FeedRow>> Read, bool ForbidsPassingOn)
{
    public static IReadOnlyList<HistoryFormat> All { get; } =
    [
        new("ucdp", "ucdp-ged", UcdpReader.Read, ForbidsPassingOn: false),
        new("acled", "acled", AcledReader.Read, ForbidsPassingOn: true),
    ];
}
