using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Checks resource names of requests. Pure.
internal static class ReportNames
{
    public static void Check(string name, string collection)
    {
        if (!name.StartsWith(collection + "/", StringComparison.Ordinal) || !Guid.TryParseExact(name.AsSpan(collection.Length + 1), "D", out _))
            throw AlertsException.Invalid("name", $"must be \"{collection}/{{id}}\" with an id that this server gave.");
    }
}
