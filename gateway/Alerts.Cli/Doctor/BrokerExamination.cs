using Alerts.Platform.Messaging.RabbitMq;

namespace Alerts.Cli.Doctor;

// The broker between the services of the split form.
internal sealed class BrokerExamination(RabbitMqOptions options) : IExamination
{
    public string Part => "broker";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return [.. (await new RabbitMqInspector(options).ListAsync(cancellation)).Select(Of)];
        }
        catch (IOException e)
        {
            return [Finding.Fault(e.Message, "Look whether it runs, and at address, user, password file and authorities.")];
        }
    }

    private static Finding Of(QueueState queue) => queue switch
    {
        { Exists: false } => Finding.Fault($"There is no queue {queue.Queue}.", "Start the services once: each makes its queues."),
        { HoldsDeadLetters: true, Waiting: > 0 } => Finding.Warning($"{queue.Waiting} packs could not be handled: {queue.Queue}.", $"alerts bus show {queue.Queue}, then alerts bus replay {queue.Queue}."),
        { HoldsDeadLetters: false, Consumers: 0 } => Finding.Fault($"Nobody takes from {queue.Queue}; {queue.Waiting} packs wait.", "Start the service that does, and see its log."),
        _ => Finding.Ok($"{queue.Queue}: {queue.Waiting} packs wait."),
    };
}
