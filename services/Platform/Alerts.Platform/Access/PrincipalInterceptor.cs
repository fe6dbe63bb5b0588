using Alerts.Terms;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Alerts.Platform.Access;

/// <summary>Lets a call through only with a valid internal token whose roles the rpc's policy allows. Thread safe.</summary>
/// <param name="tokens">Verifies the token.</param>
public sealed class PrincipalInterceptor(InternalTokens tokens) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(context);
        return await continuation(request, context);
    }

    /// <inheritdoc/>
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(context);
        return await continuation(requestStream, context);
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(context);
        await continuation(request, responseStream, context);
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(context);
        await continuation(requestStream, responseStream, context);
    }

    private async ValueTask AdmitAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        Principal principal = await tokens.VerifyAsync(http.Request.Headers[InternalTokens.Header])
            ?? throw new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.NotSignedIn, "Sign in first: send a bearer token.");
        if (!AccessPolicy.Allows(context.Method, principal.Roles))
            throw new AlertsException(ErrorKind.PermissionDenied, ErrorReasons.RoleMissing, $"Your role does not allow {context.Method}.");
        http.Items[CallerExtensions.ItemKey] = principal;
    }
}
