using System.Globalization;
using System.Reflection;
using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Client.Errors;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Cli.Doctor;

// A running server as its callers see it.
internal sealed class ServerExamination(Func<AlertsClient> connect, TimeProvider time) : IExamination
{
    public string Part => "server";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        try
        {
            using AlertsClient client = connect();
            long sent = time.GetTimestamp();
            using AsyncUnaryCall<GetStatusResponse> call = client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancellation);
            Metadata headers = await call.ResponseHeadersAsync;
            GetStatusResponse status = await call;
            return
            [
                Finding.Ok($"{client.Address} answers within {time.GetElapsedTime(sent).TotalMilliseconds:0} ms."),
                .. Moves(status),
                .. Versions(status.Version),
                .. ClockFindings.Of(headers.GetValue("date") is { } date ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture) : null, time.GetUtcNow(), "the server"),
                .. await CertificateFindings.OfAsync(client.Address.Grpc, time, cancellation),
            ];
        }
        catch (ServerNotFoundException e)
        {
            return [Finding.Warning(e.Message, "Without an address the server is not examined.")];
        }
        catch (RpcException e)
        {
            AlertsError error = AlertsError.From(e);
            return [Finding.Fault($"The server does not answer as it should: {error.Message}", "Look whether it runs and at its log; 'alerts status' says more once it answers.")];
        }
    }

    private static IEnumerable<Finding> Moves(GetStatusResponse status)
    {
        if (status.BlindSinceTime is { } blind)
            yield return Finding.Fault($"BLIND since {Rendering.Moments.Utc(blind)}: reports do not get through.", "See which part below does not move, and its log.");
        foreach (PartStatus part in status.Parts)
        {
            if (!part.Healthy)
                yield return Finding.Fault($"{part.Name} does not move: {part.Detail}", $"See the log of {part.Name}.");
            else if (part.DeadLetters > 0)
                yield return Finding.Warning($"{part.Name}: {part.DeadLetters} events could not be handled.", "See the log for the reason; on a broker 'alerts bus show' and 'alerts bus replay'.");
            else
                yield return Finding.Ok($"{part.Name} moves, {part.OutboxRows} events wait.");
        }
    }

    private static IEnumerable<Finding> Versions(string server)
    {
        string own = typeof(ServerExamination).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        if (server.Split('+')[0] != own)
            yield return Finding.Warning($"The server is version {server}, this program {own}.", "Install the same version of both.");
    }
}
