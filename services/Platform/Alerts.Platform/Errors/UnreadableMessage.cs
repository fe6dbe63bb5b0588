using Alerts.Terms;
using Google.Protobuf;
using Grpc.Core;

namespace Alerts.Platform.Errors;

// The refusal of a message that the framework could not read. Null for what is no fault of the message.
internal static class UnreadableMessage
{
    public static AlertsException? Of(Exception exception) => exception switch
    {
        InvalidProtocolBufferException => Of(StatusCode.Unknown),
        RpcException e => Of(e.StatusCode),
        _ => null,
    };

    // The framework says UNKNOWN when protobuf cannot read the bytes and INTERNAL when their frame is wrong.
    public static AlertsException? Of(StatusCode code) => code switch
    {
        StatusCode.ResourceExhausted => new AlertsException(ErrorKind.ResourceExhausted, ErrorReasons.TooLarge, "The message is larger than allowed."),
        StatusCode.Unknown or StatusCode.Internal => new AlertsException(
            ErrorKind.InvalidArgument, ErrorReasons.Unreadable, "The bytes are not a message of this call: cut, not protobuf, or a text that is not UTF-8."),
        _ => null,
    };
}
