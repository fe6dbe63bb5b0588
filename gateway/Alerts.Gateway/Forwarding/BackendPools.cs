namespace Alerts.Gateway.Forwarding;

/// <summary>All services of the split form. Immutable.</summary>
/// <param name="options">Where they are.</param>
internal sealed class BackendPools(ForwardingOptions options)
{
    public BackendPool Ingest { get; } = new("ingest", ForwardingOptions.Parse(nameof(options.Ingest), options.Ingest));

    public BackendPool Risk { get; } = new("risk", ForwardingOptions.Parse(nameof(options.Risk), options.Risk));

    public BackendPool Notify { get; } = new("notify", ForwardingOptions.Parse(nameof(options.Notify), options.Notify));

    public IEnumerable<BackendPool> All => [Ingest, Risk, Notify];
}
