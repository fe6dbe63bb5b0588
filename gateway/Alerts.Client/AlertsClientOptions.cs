using System.ComponentModel.DataAnnotations;

namespace Alerts.Client;

/// <summary>Settings of an <see cref="AlertsClient"/>. Immutable and thread safe.</summary>
public sealed record AlertsClientOptions
{
    /// <summary>Longest time that a unary call may take when the caller sets no deadline.</summary>
    /// <value>Default 10 s; more than 0.</value>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "1.00:00:00")]
    public TimeSpan UnaryDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time to open a connection.</summary>
    /// <value>Default 5 s; more than 0.</value>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:05:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Clock for deadlines and for streams' waits.</summary>
    /// <value>Default the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
