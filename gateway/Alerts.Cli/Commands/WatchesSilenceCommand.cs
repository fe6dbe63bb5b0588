using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Commands;

// Silences a watch for a time.
internal sealed class WatchesSilenceCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What you called it, or 'watches/ID'." };
    private readonly Option<string?> _for = new("--for") { Description = "How long: 90m, 2h, 3d; at most 7d.", HelpName = "SPAN" };
    private readonly Option<string?> _until = new("--until") { Description = "Until when: a time with its offset, at most 7 days ahead.", HelpName = "TIME" };
    private readonly Option<bool> _end = new("--end") { Description = "End the silence that stands. What is active is told again." };
    private readonly Option<string?> _note = new("--note") { Description = "Why; only you see it.", HelpName = "TEXT" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchesSilenceCommand();
        return new Command("silence", "Silence a watch for a time: alerts come without sound, and what is active at the end comes again. Flash on own sites rings all the same.")
            .With(self._name, self._for, self._until, self._end, self._note)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var silence = new Silence { Note = result.GetValue(_note) ?? "" };
        switch (result.GetValue(_for), result.GetValue(_until), result.GetValue(_end))
        {
            case ({ } span, null, false): silence.Length = SpanText.Parse(span, _for.Name); break;
            case (null, { } time, false): silence.EndTime = ValueText.Instant(time, _until.Name, shell.Time); break;
            case (null, null, true): silence = null; break;
            default: throw CliException.Usage("Give one of --for, --until and --end.");
        }

        using AlertsClient client = global.Connect(shell, result);
        Watch watch = await WatchName.FindAsync(client, result.GetRequiredValue(_name), cancellation);
        watch.Silence = silence;
        var request = new UpdateWatchRequest { Watch = watch, UpdateMask = new FieldMask { Paths = { "silence" } } };
        WatchesCommand.Show(shell, (await client.Notify.UpdateWatchAsync(request, cancellationToken: cancellation)).Watch);
        return ExitCodes.Ok;
    }
}
