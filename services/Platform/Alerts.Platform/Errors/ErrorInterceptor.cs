using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Errors;

/// <summary>Answers every exception of an rpc with a status in the one form of <see cref="StatusMapping"/>. Thread safe.</summary>
/// <param name="logger">Log of faults.</param>
public sealed class ErrorInterceptor(ILogger<ErrorInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (Answer(e, context) is { } answer)
        {
            throw answer;
        }
    }

    /// <inheritdoc/>
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(new ReadableStream<TRequest>(requestStream), context);
        }
        catch (Exception e) when (Answer(e, context) is { } answer)
        {
            throw answer;
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (Answer(e, context) is { } answer)
        {
            throw answer;
        }
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(new ReadableStream<TRequest>(requestStream), responseStream, context);
        }
        catch (Exception e) when (Answer(e, context) is { } answer)
        {
            throw answer;
        }
    }

    // Null lets the exception go on: a status made by the framework, or a call that nobody waits for any more.
    private RpcException? Answer(Exception exception, ServerCallContext context)
    {
        if (exception is OperationCanceledException && context.GetHttpContext().Features.Get<IEndedCall>()?.Why is { } why)
            return StatusMapping.ToStatus(why).ToRpcException();
        if (exception is RpcException || context.CancellationToken.IsCancellationRequested)
            return null;
        if (!StatusMapping.IsExpected(exception))
            logger.RpcFailed(context.Method, exception);
        return StatusMapping.ToStatus(exception).ToRpcException();
    }
}
