using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Reading;
using Alerts.Gazetteer;
using Alerts.Ingest;
using Alerts.Reading;
using Alerts.V1;
using Google.Protobuf;
using TextForm = Alerts.V1.TextForm;
using TextInput = Alerts.Cli.Input.TextInput;

namespace Alerts.Cli.Commands;

// Reads texts without a server: what would become of them, with the evidence.
internal sealed class ReadCommand
{
    private const string LinesName = "--jsonl";

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Texts, pages, e-mails, chats, of at most 1 MiB each; '-' for standard input. With --jsonl, lines of JSON.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _received = new("--received") { Description = "When they came in: 'now' (default) or a time with its offset. A text that says itself when it was sent is read from there.", HelpName = "WHEN" };
    private readonly Option<string?> _country = new("--country") { Description = "Country to think of when a place name fits several.", HelpName = "CC" };
    private readonly Option<string?> _form = new("--form") { Description = "plain, html, email or chat; else told by the content.", HelpName = "FORM" };
    private readonly Option<string?> _data = new("--data") { Description = "Data folder whose imported places are known. Default: ~/.local/share/alerts.", HelpName = "DIR" };
    private readonly Option<bool> _lines = new(LinesName) { Description = "Many texts: each line {\"id\",\"text\",\"title\"?,\"dateline_date\"?}; a line {\"id\",\"incidents\":[…]} for each." };

    public static Command Create(Shell shell)
    {
        var self = new ReadCommand();
        return new Command("read", "Read texts into reports, here: no server, nothing is stored, nothing is sent.")
            .With(self._files, self._received, self._country, self._form, self._data, self._lines)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        DateTimeOffset? received = result.GetValue(_received) is { } when ? ValueText.Instant(when, _received.Name, shell.Time).ToDateTimeOffset() : null;
        string country = CountryText.Parse(result.GetValue(_country), _country.Name);
        TextForm form = result.GetValue(_form) is { } word ? EnumWord.Parse<TextForm>(word, _form.Name) : TextForm.Unspecified;
        PlaceIndex places = result.GetValue(_data) is { } folder ? shell.PlacesOf(folder) : shell.Places;
        var reader = new RuleReader(places);
        var preview = new TextPreview(places, reader);
        int code = ExitCodes.Ok;
        foreach (string file in result.GetRequiredValue(_files))
        {
            int one = result.GetValue(_lines)
                ? await new ReadLines(shell, reader, received, country).RunAsync(file, cancellation)
                : await ReadOneAsync(shell, preview, file, new SubmitTextRequest { CountryCode = country, Form = form }, received, cancellation);
            if (code == ExitCodes.Ok) code = one;
        }

        return code;
    }

    // A text that is refused does not keep the others from being read.
    private static async Task<int> ReadOneAsync(Shell shell, TextPreview preview, string file, SubmitTextRequest request, DateTimeOffset? received, CancellationToken cancellation)
    {
        request.File = ByteString.CopyFrom(await TextInput.ReadBytesAsync(shell, file, cancellation));
        try
        {
            DateTimeOffset now = shell.Time.GetUtcNow();
            // A text of long ago is not read with the eyes of today, so that nothing in it lies in the future.
            foreach ((TextForms.ReducedText text, SubmitTextResponse answer) in preview.Read(request, received ?? now))
                ReadView.Write(shell, file, text, answer);
            return ExitCodes.Ok;
        }
        catch (Terms.AlertsException e)
        {
            return new Rendering.ErrorReport(shell).Tell(
                new CliException(ExitCodes.Refused, e.Reason, $"{file}: {e.Message}"), cancellation);
        }
    }
}
