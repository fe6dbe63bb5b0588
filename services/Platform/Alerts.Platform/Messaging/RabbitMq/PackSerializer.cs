using System.Net.Mime;
using System.Runtime.Serialization;
using System.Text;
using Alerts.V1;
using Google.Protobuf;
using MassTransit;
using MassTransit.Serialization;

namespace Alerts.Platform.Messaging.RabbitMq;

// The body of a bus message is the pack itself: no envelope, no headers. Has no state.
internal sealed class PackSerializer : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    public const string MediaType = "application/x-protobuf";

    public ContentType ContentType { get; } = new(MediaType);

    // A body that cannot be read, or holds nothing: a fault of the message, never of the moment.
    public static EventPack Parse(byte[] body)
    {
        EventPack pack;
        try
        {
            pack = EventPack.Parser.ParseFrom(body);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new SerializationException($"The body is not a pack of events: {e.Message}", e);
        }

        return pack.Events.Count > 0 ? pack : throw new SerializationException("The pack holds no event.");
    }

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new BytesMessageBody(((IMessage)(object)context.Message).ToByteArray());

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new PackContext(this, new RawMessageContext(headers, destinationAddress, RawSerializerOptions.AnyMessageType), Parse(body.GetBytes()));

    public MessageBody GetMessageBody(string text) => new BytesMessageBody(Encoding.UTF8.GetBytes(text));

    public void Probe(ProbeContext context) => context.CreateScope("protobuf").Add("contentType", MediaType);
}
