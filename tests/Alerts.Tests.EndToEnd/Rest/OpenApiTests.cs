using System.Text;
using System.Text.Json;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>What the description of the REST form says is what the server serves.</summary>
public sealed class OpenApiTests(ReportedServer server) : IClassFixture<ReportedServer>
{
    // Valid in form wherever an id stands, and known to nobody.
    private const string NoId = "00000000-0000-4000-8000-000000000000";

    private static readonly string[] NotServed = ["NO_SUCH_PATH", "METHOD_NOT_ALLOWED", "INTERNAL"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_EveryOperation_IsServedUnderItsPathAndMethod()
    {
        using JsonDocument document = JsonDocument.Parse(await server.Http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), Cancel));
        int served = 0;
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Name.ToUpperInvariant()), Filled(path.Name));
                if (operation.Value.TryGetProperty("requestBody", out _))
                    request.Content = new StringContent("""{"unknownField":1}""", Encoding.UTF8, "application/json");
                using HttpResponseMessage response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
                Assert.True(operation.Value.GetProperty("responses").TryGetProperty(((int)response.StatusCode).ToString(), out _), $"{request.Method} {path.Name}: {response.StatusCode}");
                if (!response.IsSuccessStatusCode)
                    Assert.DoesNotContain((await Answer.OfAsync(response, Cancel)).Reason, NotServed);
                served++;
            }
        }

        Assert.True(served > 20, $"{served} operations");
    }

    private static string Filled(string path)
    {
        var filled = new StringBuilder();
        foreach (string part in path.Split('{', '}').Select((text, i) => i % 2 == 0 ? text : text == "city" ? Samples.Gao.ToString() : NoId))
            filled.Append(part);
        return filled.ToString();
    }
}
