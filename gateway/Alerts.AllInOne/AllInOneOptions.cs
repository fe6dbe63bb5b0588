using Alerts.Gateway;
using Alerts.Ingest;

namespace Alerts.AllInOne;

/// <summary>What an all-in-one server runs on.</summary>
public sealed record AllInOneOptions
{
    /// <summary>The data folder; made when missing. A second process on it is refused.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the front door listens. Default: 127.0.0.1, 8080 and 8081.</summary>
    public GatewayOptions Gateway { get; init; } = new();

    /// <summary>What ingest runs on. Default: no country.</summary>
    public IngestOptions Ingest { get; init; } = new();

    /// <summary>Name of the scenario to play; null (the default) runs in real time.</summary>
    public string? Scenario { get; init; }

    /// <summary>Domain seconds per real second of a scenario, more than 0 and at most 100 000; 0 (the default) jumps from event to event as fast as everything is handled.</summary>
    public double Speed { get; init; }
}
