using Alerts.V1;

namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>One message as it lies in a queue.</summary>
/// <param name="Pack">Its events; null when the body cannot be read.</param>
/// <param name="Reason">Why it is in a dead-letter queue, or why it cannot be read; empty otherwise.</param>
/// <param name="Bytes">Length of its body in bytes.</param>
public sealed record QueuedMessage(EventPack? Pack, string Reason, int Bytes);
