using System.ComponentModel.DataAnnotations;

namespace Alerts.Client.Streaming;

/// <summary>Settings of an <see cref="AlertSubscription"/>. Immutable; as thread safe as its callbacks.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>Where the cursor is kept between runs.</summary>
    /// <value>Default null: in memory only, for as long as one enumeration lasts.</value>
    public ICursorStore? Cursors { get; init; }

    /// <summary>Called for every change of the connection, before the frame that shows it. Must return soon: the stream waits for it.</summary>
    /// <value>Default null: nobody is told.</value>
    public Action<ConnectionChange>? OnConnection { get; init; }

    /// <summary>Longest wait for the first frame of a connection.</summary>
    /// <value>Default 10 s: a stream beyond the limit of its connection waits without a word, so that waiting longer proves nothing. More than 0.</value>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:10:00")]
    public TimeSpan SubscribeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Upper bound of the wait before the first new attempt; doubles with each that fails, to <see cref="MaxBackoff"/>.</summary>
    /// <value>Default 250 ms; more than 0.</value>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:10:00")]
    public TimeSpan InitialBackoff { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Largest upper bound of a wait between attempts.</summary>
    /// <value>Default 10 s; at least <see cref="InitialBackoff"/>.</value>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:10:00")]
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Clock for all waits.</summary>
    /// <value>Default the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Randomness of the waits: each call answers a number from 0 to below 1, evenly spread.</summary>
    /// <value>Default null: a generator of the stream's own, seeded by the system.</value>
    public Func<double>? Jitter { get; init; }
}
