namespace Alerts.Platform.Messaging.RabbitMq;

// Headers of a message in a dead-letter queue.
internal static class DeadLetterHeaders
{
    // Ours: why it could not be read.
    public const string Reason = "alerts-reason";

    // The broker's: its list of dead-letterings, each with a reason such as delivery_limit.
    public const string Death = "x-death";
}
