using System.Globalization;
using Alerts.Gateway.Audit;
using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Paging;
using Alerts.Terms;

namespace Alerts.Gateway.Grpc;

// The audit of an organisation, for its administrators.
internal sealed class AuditQueries(Acts acts, PageTokens pages)
{
    public async Task<V1.ListAuditResponse> ListAsync(V1.ListAuditRequest request, SignedIn by, CancellationToken cancellationToken)
    {
        Scope organisation = ResourceNames.Organisation("parent", request.Parent);
        Acts.RequireManaged(by, organisation, request.Parent);
        if (request.AfterNumber < 0)
            throw AlertsException.Invalid("after_number", "must not be negative.");
        int size = PageTokens.Size(request.PageSize);
        string bound = $"ListAudit\n{organisation}\n{request.AfterNumber}";
        long after = pages.Read(by.Caller, bound, request.PageToken) is { } token ? long.Parse(token, CultureInfo.InvariantCulture) : request.AfterNumber;
        IReadOnlyList<AuditEntry> found = await acts.ReadAsync(s => AuditRows.After(s, organisation, after, size + 1), cancellationToken);
        return new V1.ListAuditResponse
        {
            Entries = { found.Take(size).Select(e => e.ToProto()) },
            NextPageToken = found.Count > size ? pages.Create(by.Caller, bound, found[size - 1].Number.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }
}
