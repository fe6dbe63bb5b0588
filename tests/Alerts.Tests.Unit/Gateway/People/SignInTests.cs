using System.Net;
using System.Text.Json.Nodes;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Alerts.Tests.Unit.Gateway.People;

// People are invented. The rules are those of security.md: invitations are good once, keys are revocable, administrators see to their own.
public class SignInTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly TimeSpan MostUntilClosed = TimeSpan.FromSeconds(5);

    private readonly Door _door = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Me_OfTheMachine_IsTheInstallation()
    {
        JsonNode me = await _door.OkAsync(HttpMethod.Get, "/v1/me");
        Assert.Equal(("local-user", "organisations/local", "en"), ((string)me["subject"]!, (string)me["organisation"]!, (string)me["language"]!));
        Assert.Contains("ROLE_INSTALLATION", me["roles"]!.AsArray().Select(r => (string)r!));
    }

    [Fact]
    public async Task Invitation_Accepted_SignsTheDeviceInAsThatPerson()
    {
        string organisation = await _door.OrganisationAsync();
        (string key, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        JsonNode me = await _door.OkAsync(HttpMethod.Get, "/v1/me", token: secret);
        Assert.Equal(("amina", $"organisations/{organisation}", key), ((string)me["subject"]!, (string)me["organisation"]!, (string)me["key"]!));
        Assert.Equal(["ROLE_OFFICER"], me["roles"]!.AsArray().Select(r => (string)r!));
        await _door.OkAsync(HttpMethod.Post, "/v1/reports", new JsonObject(), secret);
        Assert.Equal(("amina", organisation), (host.Ingest.Caller?.Subject, host.Ingest.Caller?.Organisation.Value));
    }

    [Fact]
    public async Task Invitation_AcceptedByManyAtOnce_SignsOneIn()
    {
        string organisation = await _door.OrganisationAsync();
        await _door.PersonAsync(organisation, "amina", "ROLE_OFFICER");
        string invitation = await _door.InviteAsync(organisation, "amina");
        HttpStatusCode[] codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _door.StatusAsync(HttpMethod.Post, "/v1/invitations:accept", new JsonObject(), invitation)));
        Assert.Equal((1, 7), (codes.Count(c => c == HttpStatusCode.OK), codes.Count(c => c == HttpStatusCode.Unauthorized)));
    }

    [Fact]
    public async Task Invitation_AsToken_OpensNothingElse()
    {
        string organisation = await _door.OrganisationAsync();
        await _door.PersonAsync(organisation, "amina", "ROLE_OFFICER");
        string invitation = await _door.InviteAsync(organisation, "amina");
        foreach (string path in new[] { "/v1/me", "/v1/incidents", "/v1/status", $"/v1/organisations/{organisation}" })
            Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Get, path, token: invitation));
    }

    [Fact]
    public async Task Invitation_InABrowser_IsUsedByTheButtonAndNotByTheLink()
    {
        string organisation = await _door.OrganisationAsync();
        await _door.PersonAsync(organisation, "amina", "ROLE_OFFICER");
        string invitation = await _door.InviteAsync(organisation, "amina");
        using HttpClient browser = host.Client(signedIn: false);
        for (int i = 0; i < 2; i++)
            Assert.Contains("<form", await browser.GetStringAsync($"/signin?invitation={invitation}", Cancel));
        using HttpResponseMessage foreign = await PressAsync(browser, invitation, "https://attacker.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using HttpResponseMessage pressed = await PressAsync(browser, invitation, host.Addresses.Http.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        string cookie = pressed.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        string secret = cookie.Split('=', 2)[1].Split(';')[0];
        Assert.Equal(HttpStatusCode.Unauthorized, await _door.StatusAsync(HttpMethod.Get, "/v1/me", token: secret));
        using var me = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        me.Headers.Add("Cookie", cookie.Split(';')[0]);
        using HttpResponseMessage answer = await browser.SendAsync(me, Cancel);
        Assert.Equal("amina", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["subject"]);
        using HttpResponseMessage again = await PressAsync(browser, invitation, host.Addresses.Http.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact]
    public async Task Secrets_OfKeysAndInvitations_AreNeverLoggedNorListed()
    {
        string organisation = await _door.OrganisationAsync();
        (_, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        string invitation = await _door.InviteAsync(organisation, "amina");
        foreach (string list in new[] { "keys", "invitations", "audit" })
        {
            string text = (await _door.OkAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/{list}")).ToJsonString();
            Assert.DoesNotContain(secret, text);
            Assert.DoesNotContain(invitation, text);
        }

        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(secret, StringComparison.Ordinal) || l.Contains(invitation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Administrator_OfOneOrganisation_KnowsNothingOfAnother()
    {
        string mine = await _door.OrganisationAsync();
        string theirs = await _door.OrganisationAsync();
        (_, string secret) = await _door.EnrolAsync(mine, "bintou", "ROLE_ADMINISTRATOR");
        (string key, _) = await _door.EnrolAsync(theirs, "amina", "ROLE_OFFICER");
        await _door.OkAsync(HttpMethod.Get, $"/v1/organisations/{mine}/people", token: secret);
        foreach (string path in new[] { "", "/people", "/people/amina", "/keys", "/invitations", "/audit" })
            Assert.Equal(HttpStatusCode.NotFound, await _door.StatusAsync(HttpMethod.Get, $"/v1/organisations/{theirs}{path}", token: secret));
        Assert.Equal(HttpStatusCode.NotFound, await _door.StatusAsync(HttpMethod.Post, $"/v1/{key}:revoke", new JsonObject(), secret));
        Assert.Equal(HttpStatusCode.NotFound, await _door.StatusAsync(HttpMethod.Post, $"/v1/organisations/{theirs}/people/amina/invitations", new JsonObject(), secret));
        Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Post, "/v1/organisations", new JsonObject(), secret));
        Assert.Single((await _door.OkAsync(HttpMethod.Get, "/v1/organisations", token: secret))["organisations"]!.AsArray());
    }

    [Fact]
    public async Task Officer_MayNotManage_ButSeesToOwnKeys()
    {
        string organisation = await _door.OrganisationAsync();
        (string key, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER");
        (string other, _) = await _door.EnrolAsync(organisation, "bintou", "ROLE_OFFICER");
        Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/people", token: secret));
        Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/audit", token: secret));
        Assert.Equal(HttpStatusCode.OK, await _door.StatusAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/people/bintou", token: secret));
        Assert.Equal([key], (await _door.OkAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/keys", token: secret))["keys"]!.AsArray().Select(k => (string)k!["name"]!));
        Assert.Equal(HttpStatusCode.NotFound, await _door.StatusAsync(HttpMethod.Post, $"/v1/{other}:revoke", new JsonObject(), secret));
        await _door.OkAsync(HttpMethod.Post, "/v1/me:signOut", new JsonObject(), secret);
        Assert.Equal(HttpStatusCode.Unauthorized, await _door.StatusAsync(HttpMethod.Get, "/v1/me", token: secret));
    }

    [Fact]
    public async Task Key_WithFewerRolesThanItsPerson_MayDoOnlyThose()
    {
        string organisation = await _door.OrganisationAsync();
        await _door.PersonAsync(organisation, "feed", "ROLE_SERVICE", "ROLE_ADMINISTRATOR");
        var request = new JsonObject { ["requestId"] = "once", ["label"] = "poller", ["roles"] = new JsonArray("ROLE_SERVICE") };
        JsonNode made = await _door.OkAsync(HttpMethod.Post, $"/v1/organisations/{organisation}/people/feed/keys", request);
        string secret = (string)made["secret"]!;
        Assert.Equal(HttpStatusCode.Forbidden, await _door.StatusAsync(HttpMethod.Get, $"/v1/organisations/{organisation}/people", token: secret));
        JsonNode repeated = await _door.OkAsync(HttpMethod.Post, $"/v1/organisations/{organisation}/people/feed/keys", request.DeepClone());
        Assert.Equal(((string)made["key"]!["name"]!, ""), ((string)repeated["key"]!["name"]!, (string?)repeated["secret"] ?? ""));
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("suspend")]
    [InlineData("demote")]
    public async Task Stream_OfAKeyThatIsTakenAway_ClosesWithinFiveSeconds(string how)
    {
        string organisation = await _door.OrganisationAsync();
        (string key, string secret) = await _door.EnrolAsync(organisation, "amina", "ROLE_OFFICER", "ROLE_ANALYST");
        using GrpcChannel channel = GrpcChannel.ForAddress(host.Addresses.Grpc);
        using AsyncServerStreamingCall<StreamAlertsResponse> call = new NotifyService.NotifyServiceClient(channel)
            .StreamAlerts(new StreamAlertsRequest(), new Metadata { { "authorization", $"Bearer {secret}" } }, cancellationToken: Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        long began = TimeProvider.System.GetTimestamp();
        await (how switch
        {
            "revoke" => _door.OkAsync(HttpMethod.Post, $"/v1/{key}:revoke", new JsonObject()),
            "suspend" => _door.OkAsync(HttpMethod.Patch, $"/v1/organisations/{organisation}/people/amina?updateMask=suspended", new JsonObject { ["suspended"] = true }),
            _ => _door.OkAsync(HttpMethod.Patch, $"/v1/organisations/{organisation}/people/amina?updateMask=roles", new JsonObject { ["roles"] = new JsonArray("ROLE_ANALYST") }),
        });
        RpcException end = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.MoveNext(Cancel));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < MostUntilClosed, $"{TimeProvider.System.GetElapsedTime(began)}");
        Assert.Equal((StatusCode.Unauthenticated, ErrorReasons.Revoked), (end.StatusCode, end.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason));
        Assert.Equal(how == "demote" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await _door.StatusAsync(HttpMethod.Get, "/v1/me", token: secret));
    }

    [Theory]
    [InlineData("organisations/Upper")]
    [InlineData("organisations/shared")]
    [InlineData("organisations/1a")]
    [InlineData("organisation/a")]
    [InlineData("")]
    public async Task Organisation_WithImpossibleId_IsRefusedByItsField(string name)
    {
        using HttpResponseMessage response = await _door.SendAsync(
            HttpMethod.Post, "/v1/organisations", new JsonObject { ["organisation"] = new JsonObject { ["name"] = name, ["displayName"] = "x" } });
        Assert.Contains("organisation.name", (await GatewayHost.ErrorOf(response)).Fields.Keys);
    }

    private static Task<HttpResponseMessage> PressAsync(HttpClient browser, string invitation, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/signin") { Content = new FormUrlEncodedContent([new("invitation", invitation)]) };
        request.Headers.Add("Origin", origin);
        return browser.SendAsync(request, Cancel);
    }
}
