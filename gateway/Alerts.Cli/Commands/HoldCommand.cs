using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// An adviser's hold on the level that a situation forces.
internal sealed class HoldCommand
{
    private readonly Argument<string> _situation = new("SITUATION") { Description = "'situations/ID' or the id; alerts show it." };
    private readonly Option<string?> _until = new("--until") { Description = "When the hold ends, at most 90 days ahead.", HelpName = "TIME" };
    private readonly Option<bool> _lift = new("--lift") { Description = "Lift the hold that stands." };
    private readonly Option<string> _why = new("--why") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new HoldCommand();
        return new Command("hold", "Hold the level that a situation forces: it does not fall for want of news.")
            .With(self._situation, self._until, self._lift, self._why, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        bool lift = result.GetValue(_lift);
        if (lift == result.GetValue(_until) is not null) throw CliException.Usage($"Say one of {_until.Name} and {_lift.Name}.");
        var request = new HoldFloorRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Name = ValueText.Name("situations", result.GetRequiredValue(_situation)),
            UntilTime = lift ? null : ValueText.Instant(result.GetValue(_until)!, _until.Name, shell.Time),
            Lift = lift,
            Rationale = result.GetRequiredValue(_why),
        };
        using AlertsClient client = global.Connect(shell, result);
        HoldFloorResponse answer = await client.Risk.HoldFloorAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else shell.Console.MarkupLine($"[green]{(lift ? "Lifted" : "Held")}[/] {SafeText.Markup(request.Name)}{(lift ? "" : $" until {Moments.Utc(request.UntilTime)}")}");
        return ExitCodes.Ok;
    }
}
