using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Split;

/// <summary>What the four programs refuse to start with: they end at once with the code for a wrong setting and say what to set.</summary>
public sealed class RefusalTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("Ingest", "ALERTS_Bus", "InProcess", "in-process bus does not leave its process")]
    [InlineData("Risk", "ALERTS_Store", "Sqlite", "SQLite is one process's own file")]
    [InlineData("Notify", "ALERTS_Listen__Address", "0.0.0.0", "Listen:Certificate")]
    [InlineData("Notify", "ALERTS_Listen__Prot", "1", "Prot")]
    [InlineData("Gateway", "ALERTS_Gateway__Address", "0.0.0.0", "TLS and sign-in")]
    [InlineData("Gateway", "ALERTS_Services__Risk", "http://risk.example.org:8112", "without TLS")]
    [InlineData("Gateway", "ALERTS_Secrets__Folder", "/nonexistent", "internal.key is missing")]
    public async Task Start_SettingThatIsNotSafe_EndsAtOnceAndSaysWhy(string program, string variable, string value, string why)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(Longest);
        using var folder = new TestFolder();
        await using var process = new SplitProcess(program, $"Alerts.{program}.Host.dll", healthPort: 0, new Dictionary<string, string>
        {
            ["ALERTS_Gateway__DataFolder"] = folder.Data,
            [variable] = value,
        });
        await process.BeginAsync();
        await process.EndedAsync(limited.Token);
        Assert.Contains(why, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        Assert.Equal(78, process.ExitCode);
    }
}
