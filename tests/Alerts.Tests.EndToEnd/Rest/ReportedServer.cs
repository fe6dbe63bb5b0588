using System.Text;
using System.Text.Json.Nodes;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>A server to which one report was sent over REST, whose alert has come.</summary>
public sealed class ReportedServer : RunningServer
{
    // Seconds on a busy machine; longer means that it never comes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Name of the report.</summary>
    public string Report { get; private set; } = "";

    /// <summary>The alert that followed.</summary>
    public Alert Alert { get; private set; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        Report = (await PostAsync<SubmitReportResponse>("/v1/reports", new SubmitReportRequest { Report = Samples.Attack() }, null, limited.Token)).Name;
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = Client.Notify.StreamAlerts(new StreamAlertsRequest { FromStart = true }, cancellationToken: limited.Token);
        while (Alert.Name.Length == 0 && await stream.ResponseStream.MoveNext(limited.Token))
            Alert = stream.ResponseStream.Current.Alert?.Alert ?? Alert;
    }

    /// <summary>Gets a resource in the JSON of its proto; fails on a field that the proto has not.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Posts a request in the JSON of its proto.</summary>
    /// <param name="path">Where.</param>
    /// <param name="request">What.</param>
    /// <param name="inPath">The field that stands in the path and so not in the body; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> PostAsync<T>(string path, IMessage request, string? inPath, CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        JsonObject body = JsonNode.Parse(JsonFormatter.Default.Format(request))!.AsObject();
        if (inPath is not null)
            body.Remove(inPath);
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        string json = await response.Content.ReadAsStringAsync(cancellationToken);
        Assert.True(response.IsSuccessStatusCode, json);
        return JsonParser.Default.Parse<T>(json);
    }
}
