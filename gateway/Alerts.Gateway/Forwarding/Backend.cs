namespace Alerts.Gateway.Forwarding;

/// <summary>One process of a service. Thread safe.</summary>
/// <param name="service">Name of the service.</param>
/// <param name="address">Where it listens.</param>
internal sealed class Backend(string service, Uri address)
{
    private volatile BackendState _state;

    public string Service => service;

    public Uri Address => address;

    public string Prefix { get; } = address.GetLeftPart(UriPartial.Authority);

    public BackendState State => _state;

    // The state before.
    public BackendState Become(BackendState state)
    {
        BackendState before = _state;
        _state = state;
        return before;
    }
}
