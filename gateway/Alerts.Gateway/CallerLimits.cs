using System.ComponentModel.DataAnnotations;

namespace Alerts.Gateway;

/// <summary>
/// What one caller (a key, or a person of the identity provider) may ask of the server, section <see cref="Section"/>. Beyond it calls are refused with
/// RESOURCE_EXHAUSTED and the time after which a repeat helps. The token of the machine has no limits: whoever has it owns the server.
/// </summary>
public sealed record CallerLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Calls per second, over time.</summary>
    /// <value>Default 50; 1 to 100 000.</value>
    [Range(1, 100_000)]
    public int CallsPerSecond { get; init; } = 50;

    /// <summary>Calls at once, after a rest.</summary>
    /// <value>Default 200; 1 to 1 000 000.</value>
    [Range(1, 1_000_000)]
    public int Burst { get; init; } = 200;

    /// <summary>Streams and uploads open at the same time.</summary>
    /// <value>Default 20; 1 to 10 000.</value>
    [Range(1, 10_000)]
    public int OpenStreams { get; init; } = 20;

    /// <summary>
    /// Megabytes (2^20 bytes) that a caller may send per minute; ten times as much after a rest of ten minutes. A call whose length is known before is refused
    /// beyond it; an upload in a stream is slowed down.
    /// </summary>
    /// <value>Default 32; 1 to 100 000.</value>
    [Range(1, 100_000)]
    public int MegabytesPerMinute { get; init; } = 32;
}
