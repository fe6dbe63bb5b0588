using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Alerts.Platform.Access;

/// <summary>
/// Says what an rpc that changes something has acted on, so that it is in the audit before the caller is told. Only resource names and counts are
/// taken from the messages, never a text that somebody wrote. Thread safe.
/// </summary>
/// <param name="sink">Is told.</param>
public sealed partial class ActInterceptor(IActSink sink) : Interceptor
{
    private const int MostNames = 20;

    // Served by the gateway, which writes these acts together with what they change.
    private const string Own = "/alerts.v1.AccessService/";

    // Everything else changes something: whoever adds an rpc need not think of the audit.
    private static readonly string[] ReadingVerbs = ["Get", "List", "Stream", "Watch", "Simulate", "Preview", "Suggest", "Search", "Export"];

    /// <summary>Whether an rpc changes something that the audit is to know.</summary>
    /// <param name="method">Full name, such as <c>/alerts.v1.IngestService/SubmitReport</c>.</param>
    public static bool IsAct(string method) =>
        !method.StartsWith(Own, StringComparison.Ordinal) && !ReadingVerbs.Any(v => method.AsSpan(method.LastIndexOf('/') + 1).StartsWith(v, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse response = await continuation(request, context);
        if (IsAct(context.Method) && request is IMessage asked && response is IMessage answered && !IsTrial(asked))
            await NoteAsync(context, Names(asked).Concat(Names(answered)), "");
        return response;
    }

    /// <inheritdoc/>
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        TResponse response = await continuation(requestStream, context);
        if (IsAct(context.Method) && response is IMessage answered)
            await NoteAsync(context, Names(answered), "");
        return response;
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        // Its answers begin before it is done.
        if (IsAct(context.Method))
            await NoteAsync(context, [], "begun");
        await continuation(requestStream, responseStream, context);
    }

    private Task NoteAsync(ServerCallContext context, IEnumerable<string> names, string detail)
    {
        string[] all = [.. names.Distinct()];
        return sink.NoteAsync(context.GetHttpContext(), context.Method, string.Join(' ', all.Take(MostNames)), all.Length > MostNames ? $"count={all.Length}" : detail);
    }

    private static bool IsTrial(IMessage request) =>
        request.Descriptor.FindFieldByName("validate_only") is { FieldType: FieldType.Bool } field && (bool)field.Accessor.GetValue(request);

    // Those of the message's own fields, and the names of the resources right in it.
    private static IEnumerable<string> Names(IMessage message)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder())
        {
            object? value = field.IsMap || (field.HasPresence && !field.Accessor.HasValue(message)) ? null : field.Accessor.GetValue(message);
            foreach (string name in value switch
            {
                string text => Only(text),
                IMessage part => NameOf(part),
                IEnumerable<string> texts => texts.SelectMany(Only),
                System.Collections.IEnumerable parts when field.IsRepeated && field.FieldType == FieldType.Message => parts.OfType<IMessage>().SelectMany(NameOf),
                _ => [],
            })
                yield return name;
        }
    }

    private static IEnumerable<string> NameOf(IMessage part) =>
        part.Descriptor.FindFieldByName("name") is { FieldType: FieldType.String, IsRepeated: false } field ? Only((string)field.Accessor.GetValue(part)) : [];

    private static IEnumerable<string> Only(string text) => ResourceName().IsMatch(text) ? [text] : [];

    // What reads as a resource name is one, or a word that somebody wrote without a blank and with a slash: so only the contract's own collections.
    [GeneratedRegex(@"^(reports|texts|incidents|cities|countries|situations|alerts|watches|sites|silences|assessments|overrides|holds|deadLetters)/[A-Za-z0-9.:_-]{1,64}(/[a-z]{1,20}(/[A-Za-z0-9.:_-]{1,64})?)?$")]
    private static partial Regex ResourceName();
}
