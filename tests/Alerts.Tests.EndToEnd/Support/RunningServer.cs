using System.Net;
using System.Net.Http.Headers;
using Alerts.Client;
using Alerts.Client.Discovery;
using Xunit;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>One real server on an empty data folder for the tests of a class, with a gRPC and an HTTP client that are signed in.</summary>
public class RunningServer : IAsyncLifetime
{
    private AlertsProcess? _process;
    private AlertsClient? _client;

    public TestFolder Folder { get; } = new();

    public AlertsProcess Process => _process!;

    public AlertsClient Client => _client!;

    public HttpClient Http { get; private set; } = null!;

    public ServerFile Address => Process.Address;

    public virtual async ValueTask InitializeAsync()
    {
        _process = await AlertsProcess.UpAsync(Folder, TestContext.Current.CancellationToken, "--no-stream");
        _client = _process.Connect();
        Http = Browser();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Address.Token);
    }

    /// <summary>An HTTP client that is not signed in, follows no redirect and keeps no cookie.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = new Uri(Address.Http),
    };

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http?.Dispose();
        _client?.Dispose();
        _process?.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
