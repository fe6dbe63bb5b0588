using System.Diagnostics.CodeAnalysis;
using Alerts.V1;
using MassTransit;
using MassTransit.Serialization;

namespace Alerts.Platform.Messaging.RabbitMq;

// What MassTransit asks of a received message: here always one pack.
internal sealed class PackContext(PackSerializer serializer, MessageContext context, EventPack pack)
    : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, [MessageUrn.ForTypeString<EventPack>()])
{
    public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message)
        where T : class => (message = pack as T) is not null;

    public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message) =>
        (message = messageType.IsInstanceOfType(pack) ? pack : null) is not null;

    public override IMessageSerializer GetMessageSerializer() => serializer;

    public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => serializer;

    public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => serializer;

    public override Dictionary<string, object> ToDictionary<T>(T? message)
        where T : class => [];
}
