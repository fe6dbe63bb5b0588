using System.CommandLine;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Says as whom this user's commands act.
internal sealed class MeCommand
{
    public static Command Create(Shell shell, GlobalOptions global) => new Command("me", "Say as whom you are signed in, and what you may do.")
        .Runs(shell, (result, cancellation) => RunAsync(shell, global, result, cancellation));

    private static async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        GetMeResponse me = await client.Access.GetMeAsync(new GetMeRequest(), cancellationToken: cancellation);
        if (shell.Json)
        {
            shell.Write(me);
            return ExitCodes.Ok;
        }

        shell.Console.MarkupLine($"[bold]{SafeText.Markup(me.DisplayName)}[/] ({SafeText.Markup(me.Subject)}) of {SafeText.Markup(me.OrganisationDisplayName)} ({SafeText.Markup(me.Organisation)})");
        shell.Console.MarkupLine($"  may act as {RoleWords.Of(me.Roles)}");
        if (me.ExpireTime is not null) shell.Console.MarkupLine($"  signed in until {Moments.Utc(me.ExpireTime)}");
        return ExitCodes.Ok;
    }
}
