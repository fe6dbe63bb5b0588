namespace Alerts.Platform.Storage.Postgres;

/// <summary>A database as a client finds it.</summary>
/// <param name="Version">Version of the server.</param>
/// <param name="Time">Its clock.</param>
/// <param name="IsEncrypted">Whether this connection goes through TLS.</param>
/// <param name="IsLocal">Whether it stays on this machine: by a socket, or to a loopback address.</param>
public sealed record PostgresState(Version Version, DateTimeOffset Time, bool IsEncrypted, bool IsLocal);
