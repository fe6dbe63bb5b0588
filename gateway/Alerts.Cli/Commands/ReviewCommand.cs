using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// An analyst's judgement of an incident.
internal sealed class ReviewCommand
{
    private readonly Argument<string> _incident = new("INCIDENT") { Description = "'incidents/ID' or the id." };
    private readonly Option<string> _verdict = new("--verdict") { Description = "'confirm': it took place. 'dispute': it is to be doubted.", HelpName = "confirm|dispute", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _tlp = new("--tlp") { Description = "Who may see it; 'amber-strict' by default: your organisation.", HelpName = "amber-strict|amber|green|clear" };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ReviewCommand();
        return new Command("review", "Judge an incident as an analyst. To undo it, 'retract' the report that is printed.")
            .With(self._incident, self._verdict, self._reason, self._tlp, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new ReviewIncidentRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Name = ValueText.Name("incidents", result.GetRequiredValue(_incident)),
            Verdict = EnumWord.Parse<ReviewVerdict>(result.GetRequiredValue(_verdict), _verdict.Name),
            Reason = result.GetRequiredValue(_reason),
            Tlp = result.GetValue(_tlp) is { } tlp ? EnumWord.Parse<TlpLabel>(tlp, _tlp.Name) : TlpLabel.Unspecified,
        };
        using AlertsClient client = global.Connect(shell, result);
        ReviewIncidentResponse answer = await client.Ingest.ReviewIncidentAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else shell.Console.MarkupLine($"[green]Judged[/] {SafeText.Markup(request.Name)}; to undo it: alerts retract {SafeText.Markup(answer.Report)} --scope report --reason TEXT");
        return ExitCodes.Ok;
    }
}
