using System.Runtime.CompilerServices;
using System.Text;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.Wording;

/// <summary>
/// What officers read, word for word, in each language: the files in Golden. <c>ALERTS_TEST_GOLDEN=write</c> writes them anew; read the difference
/// before you keep it.
/// </summary>
public sealed class WordingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bamako-2024")]
    [InlineData("bamako-2025")]
    [InlineData("gao-rumour")]
    [InlineData("mogadishu-week")]
    public async Task Play_Scenario_SaysItsAlertsInEnglishAndFrench(string scenario)
    {
        using ScenarioRun run = await ScenarioRun.PlayAsync(scenario);
        using AlertsProcess server = await AlertsProcess.UpAsync(run.Folder, Cancellation, "--scenario", scenario, "--no-stream");
        using AlertsClient client = server.Connect();
        foreach (string language in (string[])["en", "fr"])
        {
            string said = await SaidAsync(client, language);
            string golden = Path.Combine(Folder(), $"{scenario}.{language}.txt");
            if (Environment.GetEnvironmentVariable("ALERTS_TEST_GOLDEN") == "write")
                await File.WriteAllTextAsync(golden, said, Cancellation);
            Assert.Equal(await File.ReadAllTextAsync(golden, Cancellation), said);
        }
    }

    // Urgency and headline, then the summary, then the reasons, one a line. What was issued at one instant comes in no certain order.
    private static async Task<string> SaidAsync(AlertsClient client, string language)
    {
        var told = new List<(DateTimeOffset Issued, string Text)>();
        var request = new StreamAlertsRequest { FromStart = true, Language = language, BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) };
        using AsyncServerStreamingCall<StreamAlertsResponse> stream = client.Notify.StreamAlerts(request, cancellationToken: Cancellation);
        while (await stream.ResponseStream.MoveNext(Cancellation) && stream.ResponseStream.Current.Bookmark is null)
        {
            if (stream.ResponseStream.Current.Alert?.Alert is not { Kind: not SituationKind.System } alert)
                continue;
            var text = new StringBuilder($"{alert.Urgency}: {alert.Headline}\n  {alert.Summary}\n");
            foreach (LevelReason reason in alert.Reasons)
                text.Append($"  - {reason.Code}: {reason.Text}\n");
            told.Add((alert.IssueTime.ToDateTimeOffset(), text.ToString()));
            Assert.Empty(alert.Words);
        }

        return string.Concat(told.OrderBy(t => t.Issued).ThenBy(t => t.Text, StringComparer.Ordinal).Select(t => t.Text));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Golden");
}
