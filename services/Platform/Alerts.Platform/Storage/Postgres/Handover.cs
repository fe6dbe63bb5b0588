namespace Alerts.Platform.Storage.Postgres;

/// <summary>A way of events from one schema to another that leads out of the database: through a broker.</summary>
/// <param name="Sender">Schema with the outbox.</param>
/// <param name="Receiver">Schema with the inbox.</param>
/// <param name="Consumer">Name of the consumer in that inbox.</param>
public sealed record Handover(string Sender, string Receiver, string Consumer);
