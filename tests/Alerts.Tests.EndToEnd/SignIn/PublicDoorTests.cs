using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Alerts.Tests.EndToEnd.Support;
using Alerts.Tests.Engines;
using Alerts.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Xunit;

namespace Alerts.Tests.EndToEnd.SignIn;

/// <summary>The port for other machines: shut until an administrator has a key, then with TLS, for the public name alone. The name is of RFC 2606.</summary>
public sealed class PublicDoorTests : IDisposable
{
    private const string Name = "alerts.example.org";

    private readonly TestFolder _folder = new();
    private readonly int _port = FreePorts.Take(1)[0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tls_BeforeAnAdministratorHasAKey_IsRefused_Afterwards_ServesEverything()
    {
        string[] open = MakeCertificate();
        using (AlertsProcess refused = AlertsProcess.Run(_folder, ["up", "--data", _folder.Data, "--http", "0", "--grpc", "0", "--no-stream", .. open]))
        {
            Assert.Equal(3, (await refused.EndAsync(Cancel)).ExitCode);
            Assert.Contains("alerts invite NAME --role administrator", refused.ErrorSentences);
        }

        string secret;
        using (AlertsProcess local = await AlertsProcess.UpAsync(_folder, Cancel, "--no-stream"))
        {
            secret = await EnrolAsync(local);
            await local.KillAsync();
        }

        using AlertsProcess server = await AlertsProcess.UpAsync(_folder, Cancel, ["--no-stream", .. open]);
        using HttpClient client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        JsonNode me = JsonNode.Parse(await client.GetStringAsync($"https://{Name}:{_port}/v1/me", Cancel))!;
        Assert.Equal("bintou", (string)me["subject"]!);
        client.DefaultRequestHeaders.Host = "attacker.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.GetAsync($"https://{Name}:{_port}/v1/me", Cancel)).StatusCode);

        using GrpcChannel channel = GrpcChannel.ForAddress($"https://{Name}:{_port}", new GrpcChannelOptions { HttpHandler = Handler() });
        var headers = new Metadata { { "authorization", $"Bearer {secret}" } };
        CreateInvitationResponse invited = await new AccessService.AccessServiceClient(channel).CreateInvitationAsync(
            new CreateInvitationRequest { Parent = "organisations/local/people/bintou" }, headers, cancellationToken: Cancel);
        Assert.StartsWith($"https://{Name}:{_port}/signin?invitation=ai_", invited.Link);
    }

    private static async Task<string> EnrolAsync(AlertsProcess server)
    {
        using Client.AlertsClient machine = server.Connect();
        await machine.Access.CreatePersonAsync(
            new CreatePersonRequest
            {
                Parent = "organisations/local",
                Person = new Person { Name = "organisations/local/people/bintou", DisplayName = "Bintou", Roles = { Role.Administrator } },
            },
            cancellationToken: Cancel);
        return (await machine.Access.CreateKeyAsync(new CreateKeyRequest { Parent = "organisations/local/people/bintou", Label = "test" }, cancellationToken: Cancel)).Secret;
    }

    private static HttpClient Client() => new(Handler());

    // Goes to this machine whatever the name is, and takes the test's own certificate.
    private static SocketsHttpHandler Handler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={Name}" },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    };

    private string[] MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        (string chain, string secret) = (Path.Combine(_folder.Path, "chain.pem"), Path.Combine(_folder.Path, "key.pem"));
        File.WriteAllText(chain, certificate.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return ["--certificate", chain, "--certificate-key", secret, "--tls", $"{_port}", "--public", $"https://{Name}:{_port}"];
    }
}
