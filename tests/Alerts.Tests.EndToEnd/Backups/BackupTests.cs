using System.Text.Json;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Split;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.Backups;

/// <summary>A backup of what reports come in to, restored: everything of before is there, and the services agree.</summary>
public sealed class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_WhileReportsComeIn_RestoresEverythingOfBeforeAndTheServicesAgree()
    {
        using var folder = new TestFolder();
        string file = Path.Combine(folder.Path, "backup.tar.gz");
        string[] before;
        using (AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream"))
        {
            using AlertsClient client = server.Connect();
            before = await ReportsMeanwhile.BackUpAsync(client, async () =>
            {
                JsonElement made = await RunAsync(folder, "backup", "--data", folder.Data, "--out", file);
                Assert.Equal(file, made.GetProperty("file").GetString());
            });
            await server.KillAsync();
        }

        Directory.Move(folder.Data, $"{folder.Data}-lost");
        await RunAsync(folder, "restore", file, "--data", folder.Data);
        using AlertsProcess again = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsClient reader = again.Connect();
        await ReportsMeanwhile.AgreeAsync(reader, before);
    }

    [Fact]
    public async Task Backup_OfTheSplitFormWhileReportsComeIn_RestoresEverythingOfBeforeAndTheServicesAgree()
    {
        using var folder = new TestFolder();
        string file = Path.Combine(folder.Path, "backup.tar.gz");
        string[] before;
        await using (SplitSystem lost = await SplitSystem.StartAsync(new SplitLayout(), Cancel))
        {
            using AlertsClient client = lost.Connect();
            before = await ReportsMeanwhile.BackUpAsync(client, () => RunAsync(folder, ["backup", "--out", file, .. Of(lost)]));
        }

        await using SplitSystem again = await SplitSystem.StartAsync(
            new SplitLayout { Prepare = empty => RunAsync(folder, ["restore", file, .. Of(empty)]) }, Cancel);
        using AlertsClient reader = again.Connect();
        await ReportsMeanwhile.AgreeAsync(reader, before);
    }

    private static string[] Of(SplitSystem system) =>
        ["--database", system.Database.Uri, "--postgres-bin", system.Database.Programs, "--broker", system.Broker.Uri, "--secrets", system.Keys];

    private static async Task<JsonElement> RunAsync(TestFolder folder, params string[] arguments)
    {
        (int code, string output) = await AlertsProcess.Run(folder, [.. arguments, "--json"]).EndAsync(Cancel);
        Assert.True(code == 0, output);
        return JsonDocument.Parse(output).RootElement;
    }
}
