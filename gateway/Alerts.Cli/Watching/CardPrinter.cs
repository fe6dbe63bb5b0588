using Alerts.Cli.Rendering;
using Alerts.Client.Streaming;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Watching;

// Cards for an officer. A Flash rings the terminal's bell.
internal sealed class CardPrinter(Shell shell) : IWatchPrinter
{
    private bool _toldLost;

    public void Frame(StreamAlertsResponse frame)
    {
        switch (frame.FrameCase)
        {
            case StreamAlertsResponse.FrameOneofCase.Subscribed:
                string complete = frame.Subscribed.CompleteThroughTime is { } through ? $", complete to {Moments.Utc(through)}" : "";
                string active = frame.Subscribed.SnapshotSize > 0 ? $", {frame.Subscribed.SnapshotSize} active now" : "";
                shell.Console.MarkupLine($"[grey]Watching{active}{complete}. Ctrl-C ends.[/]");
                break;
            case StreamAlertsResponse.FrameOneofCase.Alert:
                AlertCard.Print(shell.Console, frame.Alert.Alert, frame.Alert.Snapshot);
                if (!frame.Alert.Snapshot && Words.Of(frame.Alert.Alert.Urgency) == Words.Of(Urgency.Flash) && shell.Console.Profile.Out.IsTerminal)
                    shell.Out.Write('\a');
                break;
        }

        shell.Out.Flush();
    }

    public void Connection(ConnectionChange change)
    {
        switch (change.State)
        {
            case ConnectionState.Lost:
                if (!_toldLost) shell.ErrorConsole.MarkupLine($"[yellow]No connection: {SafeText.Markup(change.Detail)} Trying again by itself.[/]");
                _toldLost = true;
                break;
            case ConnectionState.Connected:
            case ConnectionState.Resumed:
                if (_toldLost) shell.ErrorConsole.MarkupLine("[green]Connected again; nothing is missing.[/]");
                _toldLost = false;
                break;
            case ConnectionState.Blind:
                Shout($"BLIND since {Moments.Utc(change.BlindSince!.Value)}: reports do not get through. Silence proves nothing.");
                break;
            case ConnectionState.BlindOver:
                shell.ErrorConsole.MarkupLine("[bold green]No longer blind: reports get through again.[/]");
                break;
        }
    }

    public void OutOfTouch(DateTimeOffset since) => Shout($"BLIND since {Moments.Utc(since)}: no connection to the server. Silence proves nothing.");

    private void Shout(string text) => shell.ErrorConsole.MarkupLine($"[bold white on red] {SafeText.Markup(text)} [/]");
}
