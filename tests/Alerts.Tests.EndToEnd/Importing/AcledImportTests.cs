using System.Text.Json.Nodes;
using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.EndToEnd.Importing;

/// <summary>An export in ACLED's layout on a real server. Every row is invented; no ACLED data may stand here.</summary>
public sealed class AcledImportTests
{
    private const string Header = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,location,latitude,longitude,geo_precision,source,fatalities\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_TwiceAndThenEdited_StoresEachRowOnceWithItsMark()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsClient client = server.Connect();
        string file = Path.Combine(folder.State, "export.csv");
        string rows = Row("MLI9001", "2024-08-30", "3") + Row("MLI9002", "8/31/2024", "1") + Row("MLI9003", "31 August 2024", "0");
        await File.WriteAllTextAsync(file, Header + rows, Cancel);
        JsonNode first = await ImportAsync();
        Assert.Equal((2, 2, 1), ((int)first["rowsDone"]!, (int)first["rowsStored"]!, (int)first["rowsRefused"]!));
        Assert.Equal(3, (int)first["refusals"]![0]!["row"]!);
        JsonNode again = await ImportAsync();
        Assert.Equal((2, 0), ((int)again["rowsDone"]!, (int)again["rowsStored"]!));
        // A newer export: one row edited, one put right.
        await File.WriteAllTextAsync(file, Header + rows.Replace("8/31/2024", "2024-08-31", StringComparison.Ordinal).Replace(",3\n", ",4\n", StringComparison.Ordinal), Cancel);
        Assert.Equal(2, (int)(await ImportAsync())["rowsStored"]!);

        IReadOnlyList<Incident> incidents = (await client.Ingest.ListIncidentsAsync(
            new ListIncidentsRequest { IncludeHistoric = true, PageSize = 500 }, cancellationToken: Cancel)).Incidents;
        Assert.Equal(["acled/MLI9001", "acled/MLI9002", "acled/MLI9003"], incidents.Select(i => i.SourceRecord).Order(StringComparer.Ordinal));
        Assert.All(incidents, i => Assert.True(i.NoRedistribution && i.Historic));
        Incident edited = Assert.Single(incidents, i => i.SourceRecord == "acled/MLI9001");
        Assert.Equal((2L, 4, SubEventType.Attack), (edited.Revision, edited.CasualtyEstimate.Killed.Best, edited.SubEventType));
        Assert.Empty((await client.Notify.ListAlertsAsync(new ListAlertsRequest(), cancellationToken: Cancel)).Alerts);

        async Task<JsonNode> ImportAsync()
        {
            using AlertsProcess import = AlertsProcess.Run(folder, "import", file, "--format", "acled", "--json");
            (int code, string output) = await import.EndAsync(Cancel);
            Assert.Equal(0, code);
            return JsonNode.Parse(output)!;
        }
    }

    private static string Row(string id, string date, string fatalities) =>
        $"{id},{date},1,Violence against civilians,Attack,Group A,Rebel group,Civilians (Anyland),Civilians,466,Mali,Anytown,16.27,-0.05,1,Paper A,{fatalities}\n";
}
