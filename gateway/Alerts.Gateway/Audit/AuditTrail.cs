using Alerts.Gateway.Storage;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Gateway.Audit;

// Writes down acts of which the answer is about to be given. Thread safe.
internal sealed class AuditTrail([FromKeyedServices(GatewaySetup.StoreName)] IStore store, TimeProvider time)
{
    // Completes once the entry is on disk.
    public Task WriteAsync(AuditDraft draft) => store.WriteAsync(session => AuditRows.Append(session, draft, time.GetUtcNow()), CancellationToken.None);
}
