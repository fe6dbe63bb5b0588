namespace Alerts.Platform.Messaging;

/// <summary>That a consumer receives a topic.</summary>
/// <param name="Topic">One of <see cref="Topics"/>.</param>
/// <param name="Consumer">The consumer.</param>
public sealed record Subscription(string Topic, InboxConsumer Consumer);
