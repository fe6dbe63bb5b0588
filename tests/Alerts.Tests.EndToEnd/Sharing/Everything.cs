using System.Net.Http.Headers;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Sharing;

/// <summary>All that one person can get to see: the bytes of every answer, by gRPC and by REST, refusals included.</summary>
internal static class Everything
{
    private static readonly TimeSpan StreamFor = TimeSpan.FromSeconds(2);
    private static readonly string Gao = $"cities/{Samples.Gao}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Reads all lists and streams, and asks for resources by their names.</summary>
    /// <param name="server">The server.</param>
    /// <param name="organisation">Whose person asks.</param>
    /// <param name="role">As what.</param>
    /// <param name="names">Resources of somebody else, as somebody might have guessed them.</param>
    public static async Task<IReadOnlyList<string>> SeenAsync(TwoOrganisations server, string organisation, Role role, IReadOnlyList<string> names)
    {
        var seen = new List<string>();
        AlertsClient client = server[organisation, role];
        await TryAsync(async () => (await client.Ingest.ListIncidentsAsync(new ListIncidentsRequest { PageSize = 500, IncludeHistoric = true }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = $"{Gao}/threat" }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Risk.ListCityThreatsAsync(new ListCityThreatsRequest { PageSize = 500 }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Risk.GetThreatHistoryAsync(new GetThreatHistoryRequest { Name = $"{Gao}/threat" }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Risk.GetForecastCourseAsync(new GetForecastCourseRequest { Name = $"{Gao}/threat" }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Risk.ListToSignAsync(new ListToSignRequest { PageSize = 500 }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Notify.ListAlertsAsync(new ListAlertsRequest { PageSize = 500 }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Notify.ListWatchesAsync(new ListWatchesRequest(), cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Notify.SuggestWatchAsync(new SuggestWatchRequest(), cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Notify.PreviewWatchAsync(new PreviewWatchRequest { Watch = new Watch(), Limit = 500 }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.Access.ListColleaguesAsync(new ListColleaguesRequest { Parent = $"organisations/{TwoOrganisations.North}" }, cancellationToken: Cancel)).ToString());
        await TryAsync(async () => (await client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest(), cancellationToken: Cancel)).ToString());
        await TryAsync(() => StreamAsync(client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: Cancel)));
        await TryAsync(() => StreamAsync(client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: Cancel)));
        await TryAsync(() => StreamAsync(client.Risk.WatchCityThreats(new WatchCityThreatsRequest { GeonamesIds = { Samples.Gao } }, cancellationToken: Cancel)));
        foreach (string name in names)
        {
            await TryAsync(async () => (await client.Ingest.GetReportAsync(new GetReportRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Ingest.RetractReportAsync(new RetractReportRequest { Name = name, Scope = RetractionScope.Report, Reason = "x" }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Ingest.GetIncidentAsync(new GetIncidentRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Notify.GetAlertAsync(new GetAlertRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Notify.AcknowledgeAlertAsync(new AcknowledgeAlertRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Notify.GetWatchAsync(new GetWatchRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Notify.DeleteWatchAsync(new DeleteWatchRequest { Name = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(() => StreamAsync(client.Notify.StreamAlerts(new StreamAlertsRequest { Watch = name }, cancellationToken: Cancel)));
            await TryAsync(async () => (await client.Notify.ListAlertsAsync(new ListAlertsRequest { Situation = name }, cancellationToken: Cancel)).ToString());
            await TryAsync(async () => (await client.Risk.ClearSituationAsync(new ClearSituationRequest { Name = name, Rationale = "x" }, cancellationToken: Cancel)).ToString());
        }

        using HttpClient http = server.Browser();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Secret(organisation, role));
        foreach (string path in (string[])["incidents", "alerts", $"{Gao}/threat", "cities", "assessments:pending", "watches", "status", "me", "organisations", $"organisations/{TwoOrganisations.North}", $"organisations/{TwoOrganisations.North}/audit", $"organisations/{TwoOrganisations.North}/colleagues", "deadLetters", "watches:suggest", .. names])
        {
            using HttpResponseMessage response = await http.GetAsync($"/v1/{path}", Cancel);
            seen.Add($"{response.Headers} {await response.Content.ReadAsStringAsync(Cancel)}");
        }

        return seen;

        async Task TryAsync(Func<Task<string>> call)
        {
            try
            {
                seen.Add(await call());
            }
            catch (RpcException e)
            {
                seen.Add($"{e.Status} {string.Concat(e.Trailers.Select(t => t.IsBinary ? System.Text.Encoding.Latin1.GetString(t.ValueBytes) : t.Value))}");
            }
        }
    }

    private static async Task<string> StreamAsync<T>(AsyncServerStreamingCall<T> call)
        where T : IMessage
    {
        using (call)
        {
            var frames = new List<string>();
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            limited.CancelAfter(StreamFor);
            try
            {
                while (await call.ResponseStream.MoveNext(limited.Token))
                    frames.Add(call.ResponseStream.Current.ToString() ?? "");
            }
            catch (Exception e) when (e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
            {
                // Looked at for long enough.
            }

            return string.Join('\n', frames);
        }
    }
}
