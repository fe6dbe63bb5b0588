using System.Runtime.Serialization;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging.RabbitMq;

// What becomes of a message whose handling threw: one that cannot be read goes to the dead letters with its reason; any other goes back to
// the queue, to the front.
internal sealed class UnreadableFilter(BusRoute queue, BrokerLink link, ILogger logger) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (Unreadable(context.Exception) is not { } unreadable)
            throw new TransportException(context.InputAddress, "Given back to the queue.", context.Exception);
        await link.SendDeadAsync(queue, context.Body.GetBytes(), unreadable.Message, context.CancellationToken).ConfigureAwait(false);
        logger.Unreadable(queue.Name, queue.Dead);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("unreadable");

    private static SerializationException? Unreadable(Exception? exception)
    {
        while (exception is not null and not SerializationException)
            exception = exception.InnerException;
        return exception as SerializationException;
    }
}
