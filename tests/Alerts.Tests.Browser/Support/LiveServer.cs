using Alerts.Client;
using Alerts.Client.Discovery;
using Alerts.Tests.EndToEnd.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Alerts.Tests.Browser.Support.LiveServer))]

namespace Alerts.Tests.Browser.Support;

/// <summary>One real server and one Chromium for all tests that leave both as they are.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private AlertsProcess? _server;
    private Chromium? _chromium;
    private AlertsClient? _client;

    public IBrowser Browser => _chromium!.Browser;

    public ServerFile Address => _server!.Address;

    /// <summary>The server's data folder.</summary>
    public string Data => _folder.Data;

    public AlertsClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        Task<Chromium> chromium = Chromium.StartAsync();
        _server = await AlertsProcess.UpAsync(_folder, TestContext.Current.CancellationToken, "--no-stream", "--country", "ML");
        _client = _server.Connect();
        await Stories.TellAsync(_client, TestContext.Current.CancellationToken);
        _chromium = await chromium;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _client?.Dispose();
        _server?.Dispose();
        _folder.Dispose();
    }
}
