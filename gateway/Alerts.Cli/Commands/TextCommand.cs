using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Reads an article, message or SITREP into reports.
internal sealed class TextCommand
{
    // A long article takes the reader longer than a look-up.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Argument<string> _file = new("FILE") { Description = "Text, page, e-mail or chat of at most 1 MiB; '-' for standard input." };
    private readonly Option<string?> _source = new("--source") { Description = "Who sent or published it.", HelpName = "NAME" };
    private readonly Option<string?> _sourceKind = new("--source-kind") { Description = "press, witness, medical, authorities, armed-group, analyst or organisation.", HelpName = "KIND" };
    private readonly Option<string?> _grade = new("--grade") { Description = "Admiralty code, such as B2.", HelpName = "A1-F6" };
    private readonly Option<string?> _country = new("--country") { Description = "Country to think of when a place name fits several.", HelpName = "CC" };
    private readonly Option<string?> _tlp = new("--tlp") { Description = "Who may see it: red, amber-strict (default), amber, green, clear.", HelpName = "LABEL" };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };
    private readonly Option<bool> _exercise = new("--exercise") { Description = "A drill." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be stored, and store nothing." };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new TextCommand();
        return new Command("text", "Read a text into reports.")
            .With(self._file, self._source, self._sourceKind, self._grade, self._country, self._tlp, self._requestId, self._exercise, self._dryRun)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var source = new Source { Name = result.GetValue(_source) ?? "" };
        if (result.GetValue(_sourceKind) is { } kind) source.Kind = EnumWord.Parse<ClaimantKind>(kind, _sourceKind.Name);
        if (result.GetValue(_grade) is { } grade) (source.Reliability, source.Credibility) = ValueText.Grade(grade, _grade.Name);
        var request = new SubmitTextRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            File = ByteString.CopyFrom(await TextInput.ReadBytesAsync(shell, result.GetRequiredValue(_file), cancellation)),
            Source = source,
            CountryCode = result.GetValue(_country)?.ToUpperInvariant() ?? "",
            Exercise = result.GetValue(_exercise),
            ValidateOnly = result.GetValue(_dryRun),
        };
        if (result.GetValue(_tlp) is { } tlp) request.Tlp = EnumWord.Parse<TlpLabel>(tlp, _tlp.Name);
        using AlertsClient client = global.Connect(shell, result);
        SubmitTextResponse answer = await client.Ingest.SubmitTextAsync(
            request, deadline: (shell.Time.GetUtcNow() + Deadline).UtcDateTime, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else Print(shell.Console, answer, request.ValidateOnly);
        return ExitCodes.Ok;
    }

    private static void Print(IAnsiConsole console, SubmitTextResponse answer, bool dryRun)
    {
        if (answer.Reports.Count == 0) console.MarkupLine("[yellow]No report was read from this text.[/]");
        foreach (Report report in answer.Reports)
        {
            Place? place = report.Sites.FirstOrDefault()?.Place;
            string type = report.LocalType != LocalType.Unspecified ? Words.Plain(report.LocalType) : Words.Plain(report.SubEventType);
            string[] facts = [type, PlaceText.Of(place), Moments.Of(report.Occurred, place), .. report.Casualties.Select(CasualtyWords.Of)];
            string state = dryRun ? "[yellow]would be stored[/]" : $"[green]stored[/] {SafeText.Markup(report.Name)}";
            console.MarkupLine($"{state}: {SafeText.Markup(string.Join(" · ", facts.Where(f => f.Length > 0)))}");
        }

        foreach (LeftOut left in answer.LeftOut) console.MarkupLine($"[grey]left out[/] \"{SafeText.Markup(left.Words)}\": {SafeText.Markup(left.Reason)}");
        foreach (string note in answer.Notes) console.MarkupLine($"  [grey]{SafeText.Markup(note)}[/]");
    }
}
