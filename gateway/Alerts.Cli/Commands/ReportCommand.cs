using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.Client.Errors;
using Alerts.V1;
using Grpc.Core;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Submits what a source said, from flags or from a file.
internal sealed class ReportCommand
{
    private readonly Argument<string?> _file = new("FILE") { Description = "JSON or YAML file with one report or a list, '-' for standard input; else the flags.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe: the same id stores the report once. Default: a new one.", HelpName = "ID" };
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait for the incident that the report becomes part of, and show it." };
    private readonly ReportOptions _options = new();

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ReportCommand();
        return new Command("report", "Submit a report. Done means: it is on the server's disk.")
            .With([self._file, self._requestId, self._wait, .. self._options.All])
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        IReadOnlyList<Report> reports = await ReadAsync(shell, result, cancellation);
        string requestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N");
        using AlertsClient client = global.Connect(shell, result);
        return reports.Count == 1
            ? await SubmitAsync(shell, client, requestId, reports[0], result.GetValue(_wait), cancellation)
            : await SubmitManyAsync(shell, client, requestId, reports, cancellation);
    }

    private async Task<IReadOnlyList<Report>> ReadAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_file) is not { } file) return [_options.ToReport(result, shell)];
        if (_options.AnyIn(result)) throw CliException.Usage("Give a file or flags, not both.");
        return ReportFile.Parse(await TextInput.ReadAsync(shell, file, cancellation));
    }

    private static async Task<int> SubmitAsync(
        Shell shell, AlertsClient client, string requestId, Report report, bool wait, CancellationToken cancellation)
    {
        SubmitReportResponse stored;
        try
        {
            stored = await client.Ingest.SubmitReportAsync(new SubmitReportRequest { RequestId = requestId, Report = report }, cancellationToken: cancellation);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            shell.Warn($"It is not known whether the report was stored. Repeat the command with --request-id {requestId}: it is stored once.");
            throw;
        }

        Incident? incident = wait ? await new FoldingWait(client, shell.Time).IncidentOfAsync(stored.Name, cancellation) : null;
        if (shell.Json)
        {
            JsonObject json = JsonText.Node(stored).AsObject();
            json["requestId"] = requestId;
            if (incident is not null) json["incident"] = JsonText.Node(incident);
            shell.Out.WriteLine(JsonText.Of(json));
            return ExitCodes.Ok;
        }

        shell.Console.MarkupLine($"[green]Stored[/] {SafeText.Markup(stored.Name)}");
        if (incident is not null) IncidentView.Print(shell.Console, incident);
        else if (wait) shell.Console.MarkupLine("[grey]Its label is RED: it feeds no incident.[/]");
        return ExitCodes.Ok;
    }

    private static async Task<int> SubmitManyAsync(
        Shell shell, AlertsClient client, string requestId, IReadOnlyList<Report> reports, CancellationToken cancellation)
    {
        using AsyncClientStreamingCall<SubmitReportsRequest, SubmitReportsResponse> call = client.Ingest.SubmitReports(cancellationToken: cancellation);
        for (int i = 0; i < reports.Count && !call.ResponseAsync.IsCompleted; i++)
        {
            Task writing = call.RequestStream.WriteAsync(new SubmitReportsRequest { RequestId = $"{requestId}.{i}", Report = reports[i] }, cancellation);

            // A server that refuses one hangs up, and the write may then wait for ever.
            if (await Task.WhenAny(writing, call.ResponseAsync) == writing && !call.ResponseAsync.IsCompleted) await writing;
        }

        if (!call.ResponseAsync.IsCompleted) await call.RequestStream.CompleteAsync();
        SubmitReportsResponse answer = await call;
        if (shell.Json) shell.Write(answer);
        else Print(shell.Console, answer);
        return answer.Results.Any(r => r.Error is not null) ? ExitCodes.Refused : ExitCodes.Ok;
    }

    private static void Print(IAnsiConsole console, SubmitReportsResponse answer)
    {
        for (int i = 0; i < answer.Results.Count; i++)
        {
            SubmitReportResult result = answer.Results[i];
            if (result.Error is null)
            {
                console.MarkupLine($"{i + 1}: [green]stored[/] {SafeText.Markup(result.Name)}");
                continue;
            }

            AlertsError error = AlertsError.From(result.Error);
            string fields = string.Concat(error.Fields.Select(f => $" {f.Field}: {f.Description}"));
            console.MarkupLine($"{i + 1}: [red]refused[/] {SafeText.Markup(error.Message + fields)}");
        }
    }
}
