using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Says that somebody has seen an alert.
internal sealed class AckCommand
{
    private readonly Argument<string> _alert = new("ALERT") { Description = "'alerts/ID' or the id." };
    private readonly Option<string?> _note = new("--note") { Description = "A word to colleagues.", HelpName = "TEXT" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new AckCommand();
        return new Command("ack", "Say that you have seen an alert.")
            .With(self._alert, self._note)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new AcknowledgeAlertRequest { Name = ValueText.Name("alerts", result.GetRequiredValue(_alert)), Note = result.GetValue(_note) ?? "" };
        using AlertsClient client = global.Connect(shell, result);
        Acknowledgement seen = (await client.Notify.AcknowledgeAlertAsync(request, cancellationToken: cancellation)).Acknowledgement;
        if (shell.Json) shell.Write(seen);
        else shell.Console.MarkupLine($"[green]Seen[/] by {SafeText.Markup(seen.Principal)} at {Moments.Utc(seen.AcknowledgeTime)}");
        return ExitCodes.Ok;
    }
}
