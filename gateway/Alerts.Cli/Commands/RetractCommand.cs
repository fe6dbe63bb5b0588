using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Withdraws a report, or all of its origin.
internal sealed class RetractCommand
{
    private readonly Argument<string> _report = new("REPORT") { Description = "'reports/ID' or the id." };
    private readonly Option<string> _scope = new("--scope") { Description = "'report': this one. 'origin': also forwards and copies of it.", HelpName = "report|origin", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new RetractCommand();
        return new Command("retract", "Withdraw a report. If nothing else supports its alerts, they are cancelled at everybody who got them.")
            .With(self._report, self._scope, self._reason, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new RetractReportRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Name = ValueText.Name("reports", result.GetRequiredValue(_report)),
            Scope = EnumWord.Parse<RetractionScope>(result.GetRequiredValue(_scope), _scope.Name),
            Reason = result.GetRequiredValue(_reason),
        };
        using AlertsClient client = global.Connect(shell, result);
        RetractReportResponse answer = await client.Ingest.RetractReportAsync(request, cancellationToken: cancellation);
        if (shell.Json)
        {
            shell.Write(answer);
            return ExitCodes.Ok;
        }

        foreach (string name in answer.Names) shell.Console.MarkupLine($"[green]Withdrawn[/] {SafeText.Markup(name)}");
        return ExitCodes.Ok;
    }
}
