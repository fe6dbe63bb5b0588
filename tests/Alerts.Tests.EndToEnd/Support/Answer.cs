using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>How the server refused something: the same over gRPC and over REST, where it must be <c>google.rpc.Status</c> as JSON.</summary>
public sealed record Answer(int Http, StatusCode Code, string Reason, string Domain, IReadOnlyList<string> Fields)
{
    /// <summary>The HTTP status of a call by gRPC.</summary>
    public const int NotRest = 0;

    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public static Answer Of(RpcException refusal) =>
        refusal.GetRpcStatus() is { } status ? Of(NotRest, status) : new Answer(NotRest, refusal.StatusCode, "", "", []);

    public static Answer Of(int http, Google.Rpc.Status status)
    {
        ErrorInfo? info = status.GetDetail<ErrorInfo>();
        return new Answer(
            http, (StatusCode)status.Code, info?.Reason ?? "", info?.Domain ?? "", [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []]);
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? new Answer((int)response.StatusCode, StatusCode.OK, "", "", [])
            : Of((int)response.StatusCode, Json.Parse<Google.Rpc.Status>(body));
    }
}
