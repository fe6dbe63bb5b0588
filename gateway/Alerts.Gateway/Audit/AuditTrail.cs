using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Access;
using Alerts.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Gateway.Audit;

// Writes acts of services into the audit of the caller's organisation, after they were done and before the caller is told, in both forms alike: a service
// of this process tells it directly, one of another process in a header of its answer. An act that cannot be written is answered UNAVAILABLE: the caller
// repeats it with the same request id, and then it is. Thread safe.
internal sealed class AuditTrail([FromKeyedServices(GatewaySetup.StoreName)] IStore store, TimeProvider time) : IActSink
{
    private const string Package = "/alerts.v1.";

    public Task NoteAsync(HttpContext http, string method, string target, string detail)
    {
        // Only who was let in gets as far as an act.
        SignedIn by = SignedIn.Of(http) ?? throw new InvalidOperationException($"{method} was called by nobody.");
        var draft = new AuditDraft(by.Caller.Organisation, by.Caller.Subject, by.Key?.Name ?? "", method[Package.Length..], target, detail);
        return store.WriteAsync(session => AuditRows.Append(session, draft, time.GetUtcNow()), CancellationToken.None);
    }
}
