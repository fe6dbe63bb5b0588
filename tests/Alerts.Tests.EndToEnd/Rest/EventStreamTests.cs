using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>The stream as a browser's EventSource takes it.</summary>
public sealed class EventStreamTests(ReportedServer server) : IClassFixture<ReportedServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_FromTheStartThenFromTheLastId_TellEachAlertOnce()
    {
        string cursor = "";
        using (HttpResponseMessage first = await OpenAsync("/v1/alerts:stream?from_start=true", null))
        {
            Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
            SseParser<string> events = SseParser.Create(await first.Content.ReadAsStreamAsync(Cancel));
            await foreach (SseItem<string> item in events.EnumerateAsync(Cancel))
            {
                cursor = item.EventId ?? cursor;
                if (item.EventType != "alert")
                    continue;
                Assert.Equal(server.Alert.Name, JsonDocument.Parse(item.Data).RootElement.GetProperty("alert").GetProperty("alert").GetProperty("name").GetString());
                break;
            }
        }

        // The address still says "from the start", as that of an EventSource does when it comes back.
        using HttpResponseMessage again = await OpenAsync("/v1/alerts:stream?from_start=true&bookmark_interval=1s", cursor);
        await foreach (SseItem<string> item in SseParser.Create(await again.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel))
        {
            Assert.NotEqual("alert", item.EventType);
            if (item.EventType == "bookmark")
                break;
        }
    }

    [Fact]
    public async Task Events_WithAForgedLastId_AreRefusedInJson()
    {
        using HttpResponseMessage response = await OpenAsync("/v1/alerts:stream", "forged");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Answer answer = await Answer.OfAsync(response, Cancel);
        Assert.Equal((HttpStatusCode.BadRequest, "CURSOR_INVALID"), ((HttpStatusCode)answer.Http, answer.Reason));
    }

    private async Task<HttpResponseMessage> OpenAsync(string path, string? lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        return await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }
}
