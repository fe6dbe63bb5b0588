using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Alerts.Gateway.Forwarding;

/// <summary>The dead letters of all services of the split form, each asked in its turn by the caller's own name. Thread safe.</summary>
internal sealed class BackendDeadLetters(BackendPools pools, BackendConnections connections, InternalTokens tokens, PageTokens pages, TimeProvider time)
    : DeadLetterService.DeadLetterServiceBase
{
    private const string Bound = "ListDeadLetters";
    private const string StatusDetails = "grpc-status-details-bin";

    // An event takes effect in milliseconds; a service that does not answer by then is stuck.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Those that handle events, by name.
    private readonly BackendPool[] _parts = [pools.Notify, pools.Risk];

    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        int size = PageTokens.Size(request.PageSize);
        // "{part} {the part's own page token}".
        string[] position = (pages.Read(caller, Bound, request.PageToken) ?? $"{_parts[0].Service} ").Split(' ', 2);
        var response = new ListDeadLettersResponse();
        string token = position[1];
        foreach (BackendPool pool in _parts.SkipWhile(p => p.Service != position[0]))
        {
            if (response.DeadLetters.Count == size)
            {
                response.NextPageToken = pages.Create(caller, Bound, $"{pool.Service} ");
                return response;
            }

            ListDeadLettersResponse answer = await AskAsync(
                pool, caller, context, (client, options) => client.ListDeadLettersAsync(new ListDeadLettersRequest { PageSize = size - response.DeadLetters.Count, PageToken = token }, options));
            response.DeadLetters.AddRange(answer.DeadLetters);
            if (answer.NextPageToken.Length > 0)
            {
                response.NextPageToken = pages.Create(caller, Bound, $"{pool.Service} {answer.NextPageToken}");
                return response;
            }

            token = "";
        }

        return response;
    }

    public override Task<ReplayDeadLetterResponse> ReplayDeadLetter(ReplayDeadLetterRequest request, ServerCallContext context)
    {
        (string part, _) = Platform.Messaging.DeadLetters.DeadLetter.Parse(request.Name) ?? throw AlertsException.Invalid("name", "must be \"deadLetters/{part}.{number}\".");
        BackendPool pool = _parts.FirstOrDefault(p => p.Service == part) ?? throw AlertsException.NoSuch(request.Name);
        return AskAsync(pool, context.GetPrincipal(), context, (client, options) => client.ReplayDeadLetterAsync(request, options));
    }

    private async Task<T> AskAsync<T>(BackendPool pool, Principal caller, ServerCallContext context, Func<DeadLetterService.DeadLetterServiceClient, CallOptions, AsyncUnaryCall<T>> call)
    {
        Backend backend = pool.Next() ?? throw Silent(pool);
        using var http = new HttpClient(connections.Handler, disposeHandler: false);
        using GrpcChannel channel = GrpcChannel.ForAddress(backend.Address, new GrpcChannelOptions { HttpClient = http });
        var options = new CallOptions(
            new Metadata { { InternalTokens.Header, tokens.Mint(caller) } }, (time.GetUtcNow() + Patience).UtcDateTime, context.CancellationToken);
        try
        {
            return await call(new DeadLetterService.DeadLetterServiceClient(channel), options);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            throw Silent(pool);
        }
        catch (RpcException e)
        {
            // The part's own refusal, without what else came along.
            var details = new Metadata();
            foreach (Metadata.Entry entry in e.Trailers.Where(t => t.Key == StatusDetails))
                details.Add(entry);
            throw new RpcException(e.Status, details);
        }
    }

    private static AlertsException Silent(BackendPool pool) =>
        new(ErrorKind.Unavailable, ErrorReasons.ServiceUnavailable, $"The {pool.Service} service does not answer. Try again.") { RetryAfter = TimeSpan.FromSeconds(1) };
}
