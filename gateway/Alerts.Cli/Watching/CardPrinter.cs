using Alerts.Cli.Rendering;
using Alerts.Client.Streaming;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Watching;

// Cards for an officer. A Flash rings the terminal's bell.
internal sealed class CardPrinter(Shell shell) : IWatchPrinter
{
    private bool _toldLost;
    private Hush? _hush;

    public void Frame(StreamAlertsResponse frame)
    {
        switch (frame.FrameCase)
        {
            case StreamAlertsResponse.FrameOneofCase.Subscribed:
                string complete = frame.Subscribed.CompleteThroughTime is { } through ? $", complete to {Moments.Utc(through)}" : "";
                string active = frame.Subscribed.SnapshotSize > 0 ? $", {frame.Subscribed.SnapshotSize} active now" : "";
                shell.Console.MarkupLine($"[grey]Watching{active}{complete}. Ctrl-C ends.[/]");
                Hush(frame.Subscribed.Hush);
                break;
            case StreamAlertsResponse.FrameOneofCase.Alert:
                AlertCard.Print(shell.Console, frame.Alert);
                if (Rings(frame.Alert) && shell.Console.Profile.Out.IsTerminal)
                    shell.Out.Write('\a');
                break;
            case StreamAlertsResponse.FrameOneofCase.Bookmark:
                Hush(frame.Bookmark.Hush);
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

    // What came without sound rings once it is told again, as loud as it was.
    private static bool Rings(DeliveredAlert delivered)
    {
        Urgency urgency = delivered.ReleasedUrgency == Urgency.Unspecified ? delivered.Alert.Urgency : delivered.ReleasedUrgency;
        return !delivered.Snapshot && delivered.Hush is null && Words.Of(urgency) == Words.Of(Urgency.Flash);
    }

    private void Hush(Hush? hush)
    {
        if (hush is not null && !hush.Equals(_hush))
            shell.Console.MarkupLine($"[grey]{Words.Of(hush.Reason)} until {Moments.Utc(hush.UntilTime)}: alerts come without sound.[/]");
        else if (hush is null && _hush is not null)
            shell.Console.MarkupLine("[grey]Alerts come with sound again.[/]");
        _hush = hush;
    }

    private void Shout(string text) => shell.ErrorConsole.MarkupLine($"[bold white on red] {SafeText.Markup(text)} [/]");
}
