using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A second server on one data folder, or a program on its port: it refuses, says why in one sentence, and harms nothing.</summary>
public sealed class TwoProcessesTests
{
    // ExitCodes.Refused of the command line, by number: scripts rely on it.
    private const int Refused = 3;

    [Fact]
    public async Task Up_FolderInUse_RefusesAndLeavesTheFirstAlone()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        using AlertsProcess first = await AlertsProcess.UpAsync(folder, cancellation, "--no-stream");
        using AlertsProcess second = AlertsProcess.Run(folder, "up", "--data", folder.Data, "--http", "0", "--grpc", "0", "--no-stream");
        (int code, _) = await second.EndAsync(cancellation);
        Assert.Equal(Refused, code);
        Assert.Contains(folder.Data, second.Errors, StringComparison.Ordinal);
        Assert.Contains("in use by another process", second.Errors, StringComparison.Ordinal);
        Assert.Contains("--data", second.Errors, StringComparison.Ordinal);

        // The file that leads clients to the first still does.
        Assert.Equal(first.Id, first.Address.Pid);
        using AlertsClient client = first.Connect();
        Assert.Empty((await client.Notify.ListAlertsAsync(new ListAlertsRequest(), cancellationToken: cancellation)).Alerts);
    }

    // Nothing of the host's own log, whose traces hid the one sentence that helps.
    [Fact]
    public async Task Up_PortIsTaken_SaysSoInOneSentence()
    {
        using var folder = new TestFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using AlertsProcess server = AlertsProcess.Run(folder, "up", "--data", folder.Data, "--http", "0", "--grpc", port, "--no-stream");
        (int code, _) = await server.EndAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Refused, $"Failed to bind to address http://127.0.0.1:{port}: address already in use. Choose other ports with --http and --grpc."), (code, server.ErrorSentences));
    }

    [Fact]
    public async Task Up_FirstWasKilled_StartsAtOnce()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        using (AlertsProcess first = await AlertsProcess.UpAsync(folder, cancellation, "--no-stream"))
            await first.KillAsync();
        using AlertsProcess second = await AlertsProcess.UpAsync(folder, cancellation, "--no-stream");
        Assert.Equal(second.Id, second.Address.Pid);
    }
}
