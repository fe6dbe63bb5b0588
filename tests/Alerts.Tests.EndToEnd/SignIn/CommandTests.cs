using System.Text.Json.Nodes;
using Alerts.Tests.EndToEnd.Support;
using Xunit;

namespace Alerts.Tests.EndToEnd.SignIn;

/// <summary>Sign-in from the terminal, as the README shows it, with the real program on both sides. People are invented.</summary>
public sealed class CommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InviteSignInSignOut_AsInTheReadme_Works()
    {
        using var folder = new TestFolder();
        using var colleague = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        JsonNode invitation = await RunAsync(folder, "invite", "amina", "--name", "Amina", "--role", "officer", "--role", "adviser");
        string link = (string)invitation["link"]!;
        JsonNode accepted = await RunAsync(colleague, "sign-in", link, "--label", "laptop");
        Assert.Equal("", (string?)accepted["secret"] ?? "");
        string file = Path.Combine(colleague.State, "alerts", "signed-in.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        JsonNode me = await RunAsync(colleague, "me");
        Assert.Equal(("amina", "organisations/local"), ((string)me["subject"]!, (string)me["organisation"]!));
        Assert.Equal("Amina", (string)me["displayName"]!);

        // Good once; an officer manages nobody.
        Assert.Equal(7, await CodeAsync(colleague, "sign-in", link));
        Assert.Equal(7, await CodeAsync(colleague, "people"));
        Assert.Equal("laptop", (string)(await RunAsync(colleague, "keys"))["label"]!);
        JsonNode whole = await RunAsync(folder, "audit", "verify");
        Assert.Equal(3, (int)whole["entries"]!);
        Assert.Equal(0, await CodeAsync(folder, "audit", "verify", "--head", (string)whole["head"]!));
        Assert.Equal(8, await CodeAsync(folder, "audit", "verify", "--head", $"1:{new string('0', 64)}"));

        Assert.Equal(0, await CodeAsync(colleague, "sign-out"));
        Assert.False(File.Exists(file));
        Assert.Equal(5, await CodeAsync(colleague, "me"));
    }

    [Fact]
    public async Task Invite_ForPeople_DrawsACodeAndPrintsTheLink()
    {
        using var folder = new TestFolder();
        using AlertsProcess server = await AlertsProcess.UpAsync(folder, Cancel, "--no-stream");
        using AlertsProcess invite = AlertsProcess.Run(folder, "invite", "amina", "--role", "officer");
        (int code, string output) = await invite.EndAsync(Cancel);
        Assert.Equal(0, code);
        Assert.Contains('█', output);
        Assert.Contains("/signin?invitation=ai_", output);
    }

    private static async Task<JsonNode> RunAsync(TestFolder folder, params string[] arguments)
    {
        using AlertsProcess process = AlertsProcess.Run(folder, [.. arguments, "--json"]);
        (int code, string output) = await process.EndAsync(Cancel);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {code} {process.Errors}");
        return JsonNode.Parse(output.Split('\n')[0])!;
    }

    private static async Task<int> CodeAsync(TestFolder folder, params string[] arguments)
    {
        using AlertsProcess process = AlertsProcess.Run(folder, [.. arguments, "--json"]);
        return (await process.EndAsync(Cancel)).ExitCode;
    }
}
