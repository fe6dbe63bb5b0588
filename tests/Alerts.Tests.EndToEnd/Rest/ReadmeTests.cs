using System.Diagnostics;
using Xunit;

namespace Alerts.Tests.EndToEnd.Rest;

/// <summary>The lines of the README that call the server, run as they stand.</summary>
public sealed class ReadmeTests(ReportedServer server) : IClassFixture<ReportedServer>
{
    private const string TokenLine = "TOKEN=";
    private const string Address = "http://127.0.0.1:8080";

    // What curl ends with when its time is up: a stream goes on for ever.
    private const int TimeIsUp = 28;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_WithCurl_AreAnswered()
    {
        string[] lines = Lines();
        Assert.True(lines.Length >= 6, "The README calls the server with curl.");
        foreach (string line in lines)
        {
            bool isStream = line.Contains("curl -sSN", StringComparison.Ordinal);
            string command = line.Replace(Address, server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
            (int code, string output) = await RunAsync(isStream ? $"{command} --max-time 3" : command);
            Assert.True(code == (isStream ? TimeIsUp : 0), $"{line}: {code} {output}");
            Assert.StartsWith(isStream ? "event: subscribed" : "{", output.TrimStart(), StringComparison.Ordinal);
        }
    }

    // Those after the one that reads the token, which is elsewhere here.
    private static string[] Lines()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Alerts.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return [.. File.ReadLines(Path.Combine(folder, "README.md")).SkipWhile(l => !l.StartsWith(TokenLine, StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith("curl ", StringComparison.Ordinal))];
    }

    private async Task<(int Code, string Output)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, Environment = { ["TOKEN"] = server.Address.Token } };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output);
    }
}
