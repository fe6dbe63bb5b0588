using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

/// <summary>What tests do at the front door, over REST: as the machine, or with a key.</summary>
internal sealed class Door(GatewayHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // An organisation of its own for each test, since a host serves a class of them.
    public async Task<string> OrganisationAsync()
    {
        string id = $"o{Guid.NewGuid():N}"[..20];
        await OkAsync(HttpMethod.Post, "/v1/organisations", new JsonObject { ["organisation"] = new JsonObject { ["name"] = $"organisations/{id}", ["displayName"] = "Invented" } });
        return id;
    }

    public Task<JsonNode> PersonAsync(string organisation, string id, params string[] roles) => OkAsync(
        HttpMethod.Post,
        $"/v1/organisations/{organisation}/people",
        new JsonObject
        {
            ["person"] = new JsonObject
            {
                ["name"] = $"organisations/{organisation}/people/{id}",
                ["displayName"] = $"Invented {id}",
                ["roles"] = new JsonArray([.. roles.Select(r => JsonValue.Create(r))]),
            },
        });

    // The secret of the invitation's link.
    public async Task<string> InviteAsync(string organisation, string person)
    {
        JsonNode answer = await OkAsync(HttpMethod.Post, $"/v1/organisations/{organisation}/people/{person}/invitations", new JsonObject());
        return new Uri((string)answer["link"]!).Query.Split('=')[1];
    }

    // Adds a person and signs a device of theirs in.
    public async Task<(string Key, string Secret)> EnrolAsync(string organisation, string person, params string[] roles)
    {
        await PersonAsync(organisation, person, roles);
        string invitation = await InviteAsync(organisation, person);
        JsonNode accepted = await OkAsync(HttpMethod.Post, "/v1/invitations:accept", new JsonObject { ["label"] = "test" }, invitation);
        return ((string)accepted["key"]!["name"]!, (string)accepted["secret"]!);
    }

    public async Task<JsonNode> OkAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using HttpResponseMessage response = await SendAsync(method, path, body, token);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{method} {path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using HttpClient client = host.Client(signedIn: false);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? host.Token.Value);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(new JsonSerializerOptions()), Encoding.UTF8, "application/json");
        return await client.SendAsync(request, Cancel);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using HttpResponseMessage response = await SendAsync(method, path, body, token);
        return response.StatusCode;
    }
}
