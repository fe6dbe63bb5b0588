using System.Globalization;
using Alerts.Client.Discovery;
using Alerts.Tests.Browser.Support;
using Alerts.Tests.EndToEnd.Support;
using Microsoft.Playwright;
using Xunit;

namespace Alerts.Tests.Browser.Live;

/// <summary>The page when the server dies, and when there is no network at all.</summary>
public sealed class ReconnectTests(LiveServer shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_KilledAndStartedAgain_PageSaysSoAndComesBackByItself()
    {
        using var folder = new TestFolder();
        using AlertsProcess first = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        ServerFile address = first.Address;
        await using Officer officer = await Officer.SignInAsync(shared.Browser, address, View.PhoneAtNight);
        await officer.LiveAsync();
        await first.KillAsync();
        await Assertions.Expect(officer.Page.Locator(".big.lost .large")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator(".quiet").First).ToHaveTextAsync("Not connected: nothing is known.");
        await Pictures.TakeAsync(officer.Page, "lost", View.PhoneAtNight);

        using AlertsProcess second = AlertsProcess.Run(folder, "up", "--data", folder.Data, "--http", Port(address.Http), "--grpc", Port(address.Grpc), "--no-stream");
        await officer.LiveAsync();
        await Assertions.Expect(officer.Page.Locator(".big.lost")).ToHaveCountAsync(0);
        using Alerts.Client.AlertsClient client = new(new ServerAddress(new Uri(address.Grpc), new Uri(address.Http), address.Token, "test"));
        await client.Ingest.SubmitReportAsync(new Alerts.V1.SubmitReportRequest { Report = Stories.Attack("night guard", Alerts.V1.ClaimantKind.Witness, 3, "Shots.") }, cancellationToken: Cancel);
        await Assertions.Expect(officer.Page.Locator(".card")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_OpenedWithoutNetwork_ShowsTheLastStateWithItsAgeInLargeType()
    {
        await using Officer officer = await Officer.SignInAsync(shared.Browser, shared.Address, View.PhoneAtNight);
        await officer.LiveAsync();
        await Assertions.Expect(officer.Page.Locator(".row").First).ToBeVisibleAsync();
        await officer.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.ReloadAsync();
        await Assertions.Expect(officer.Page.Locator(".big.lost .large")).ToContainTextAsync("This is the state of");
        await Assertions.Expect(officer.Page.Locator(".card").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator(".row").First).ToBeVisibleAsync();
        await Pictures.TakeAsync(officer.Page, "offline", View.PhoneAtNight);
    }

    private static string Port(string address) => new Uri(address).Port.ToString(CultureInfo.InvariantCulture);
}
