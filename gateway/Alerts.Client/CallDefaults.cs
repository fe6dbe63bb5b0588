using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Alerts.Client;

// What every call carries: the token, and a deadline where an answer is due.
internal sealed class CallDefaults(string? token, TimeSpan unaryDeadline, TimeProvider time) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Fill(context, withDeadline: true));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Fill(context, withDeadline: false));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Fill(context, withDeadline: false));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Fill(context, withDeadline: false));

    private ClientInterceptorContext<TRequest, TResponse> Fill<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, bool withDeadline)
        where TRequest : class
        where TResponse : class
    {
        CallOptions options = context.Options;
        if (withDeadline && options.Deadline is null) options = options.WithDeadline(time.GetUtcNow().UtcDateTime + unaryDeadline);
        if (token is not null)
        {
            Metadata headers = [.. options.Headers ?? [], new Metadata.Entry("authorization", "Bearer " + token)];
            options = options.WithHeaders(headers);
        }

        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options);
    }
}
