using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// An adviser's signed all-clear.
internal sealed class ClearCommand
{
    private readonly Argument<string> _situation = new("SITUATION") { Description = "'situations/ID' or the id; alerts show it." };
    private readonly Option<string> _rationale = new("--rationale") { Description = "Why it is over, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ClearCommand();
        return new Command("clear", "Sign the all-clear of a situation: it took place and is over. For a false alarm use 'retract'.")
            .With(self._situation, self._rationale, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new ClearSituationRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Name = ValueText.Name("situations", result.GetRequiredValue(_situation)),
            Rationale = result.GetRequiredValue(_rationale),
        };
        using AlertsClient client = global.Connect(shell, result);
        ClearSituationResponse answer = await client.Risk.ClearSituationAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else shell.Console.MarkupLine($"[green]All clear signed[/] for {SafeText.Markup(request.Name)} at {Moments.Utc(answer.ClearTime)}");
        return ExitCodes.Ok;
    }
}
