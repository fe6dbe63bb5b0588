using Alerts.Client.Errors;

namespace Alerts.Client.Streaming;

/// <summary>One change of the connection of a stream.</summary>
/// <param name="State">What has changed.</param>
/// <param name="Detail">Why, for people; empty when there is nothing to add.</param>
/// <param name="Error">The server's error, if one ended the connection; else null.</param>
/// <param name="RetryIn">For <see cref="ConnectionState.Lost"/>: wait before the next attempt; else null.</param>
/// <param name="BlindSince">For <see cref="ConnectionState.Blind"/>: since when silence proves nothing; else null.</param>
/// <remarks>Immutable and thread safe.</remarks>
public sealed record ConnectionChange(
    ConnectionState State, string Detail = "", AlertsError? Error = null, TimeSpan? RetryIn = null, DateTimeOffset? BlindSince = null);
