namespace Alerts.Gateway.Forwarding;

/// <summary>The processes of one service, of which calls take one after the other. Thread safe.</summary>
/// <param name="service">Name of the service, such as <c>ingest</c>.</param>
/// <param name="addresses">Where they listen, 1 or more.</param>
internal sealed class BackendPool(string service, IReadOnlyList<Uri> addresses)
{
    private int _turn = -1;

    public string Service => service;

    public IReadOnlyList<Backend> Backends { get; } = [.. addresses.Select(a => new Backend(service, a))];

    // The next one that answers; else one that may have come back since it refused; null when all of them keep silent.
    public Backend? Next()
    {
        uint turn = (uint)Interlocked.Increment(ref _turn);
        return Next(turn, BackendState.Answers) ?? Next(turn, BackendState.Refuses);
    }

    private Backend? Next(uint turn, BackendState state)
    {
        for (uint i = 0; i < Backends.Count; i++)
        {
            Backend candidate = Backends[(int)((turn + i) % (uint)Backends.Count)];
            if (candidate.State == state)
                return candidate;
        }

        return null;
    }
}
