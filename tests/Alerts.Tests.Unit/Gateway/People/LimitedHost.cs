using Alerts.Gateway;

namespace Alerts.Tests.Unit.Gateway.People;

/// <summary>A gateway with limits that a test reaches.</summary>
public sealed class LimitedHost : GatewayHost
{
    public const int Burst = 20;
    public const int Streams = 2;

    internal override GatewayOptions Options => base.Options with { Limits = new CallerLimits { CallsPerSecond = 1, Burst = Burst, OpenStreams = Streams } };
}
