using System.Collections.Concurrent;
using Alerts.Gateway.Storage;
using Alerts.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Gateway.People;

// Remembers the day on which a key was last used: one write a key and day. Lost when the store is away; the next use tries again. Thread safe.
internal sealed class KeyUses([FromKeyedServices(GatewaySetup.StoreName)] IStore store, TimeProvider time, ILogger<KeyUses> logger)
{
    private readonly ConcurrentDictionary<string, DateOnly> _noted = new();

    public void Note(SignInKey key)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (key.LastUse >= today || (_noted.TryGetValue(key.Id, out DateOnly noted) && noted >= today))
            return;
        _noted[key.Id] = today;
        _ = WriteAsync(key, today);
    }

    private async Task WriteAsync(SignInKey key, DateOnly day)
    {
        try
        {
            await store.WriteAsync(
                session =>
                {
                    KeyRows.Used(session, key, day);
                    return true;
                },
                CancellationToken.None);
        }
        catch (Exception e)
        {
            _noted.TryRemove(key.Id, out _);
            logger.KeyUseNotKept(e);
        }
    }
}
