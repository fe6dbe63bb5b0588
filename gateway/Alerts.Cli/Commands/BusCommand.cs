using System.CommandLine;
using System.Text.Json.Nodes;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Platform.Messaging.RabbitMq;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// For operators: looks into the broker's queues and tries dead letters again. Talks to the broker, not to a server.
internal sealed class BusCommand
{
    private readonly BrokerOptions _broker = new();
    private readonly Argument<string?> _shown = new("QUEUE") { Description = "Name of a queue; without one, all are listed.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string> _replayed = new("QUEUE") { Description = "Name of a queue, or of its dead letters." };
    private readonly Option<int> _limit = new("--limit") { Description = "Most packs to show, 1 to 1000. Default: 10.", HelpName = "N", DefaultValueFactory = _ => 10 };

    public static Command Create(Shell shell)
    {
        var self = new BusCommand();
        var show = new Command("show", "List the queues, or show the packs in one; they stay where they are.")
            .With(self._shown, self._limit)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, inspector => self.ShowAsync(shell, inspector, result, cancellation)));
        var replay = new Command("replay", "Put the dead letters of a queue back into it.")
            .With(self._replayed)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, inspector => self.ReplayAsync(shell, inspector, result, cancellation)));
        var bus = new Command("bus", "For operators: what waits between the services on a RabbitMQ broker.").With(self._broker.Broker, self._broker.PasswordFile, self._broker.Authorities);
        bus.Add(show);
        bus.Add(replay);
        return bus;
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, Func<RabbitMqInspector, Task> action)
    {
        try
        {
            await action(new RabbitMqInspector(_broker.OrLocal(shell, result)));
            return ExitCodes.Ok;
        }
        catch (IOException e)
        {
            throw new CliException(ExitCodes.Unreachable, "BROKER_UNREACHABLE", e.Message);
        }
        catch (KeyNotFoundException e)
        {
            throw CliException.NotFound("QUEUE_NOT_FOUND", e.Message);
        }
        catch (InvalidOperationException e)
        {
            throw new CliException(ExitCodes.Conflict, "QUEUE_IN_USE", e.Message);
        }
    }

    private async Task ShowAsync(Shell shell, RabbitMqInspector inspector, ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_shown) is not { } queue)
        {
            Print(shell, await inspector.ListAsync(cancellation));
            return;
        }

        int limit = result.GetValue(_limit);
        if (limit is < 1 or > 1_000)
            throw CliException.Usage("--limit is 1 to 1000.");
        foreach (QueuedMessage message in await inspector.PeekAsync(queue, limit, cancellation))
        {
            var line = new JsonObject { ["bytes"] = message.Bytes };
            if (message.Reason.Length > 0) line["reason"] = message.Reason;
            if (message.Pack is not null) line["pack"] = JsonText.Node(message.Pack);
            shell.Out.WriteLine(JsonText.Of(line));
        }
    }

    private async Task ReplayAsync(Shell shell, RabbitMqInspector inspector, ParseResult result, CancellationToken cancellation)
    {
        int moved = await inspector.ReplayAsync(result.GetRequiredValue(_replayed), cancellation);
        if (shell.Json) shell.Out.WriteLine(JsonText.Of(new JsonObject { ["replayed"] = moved }));
        else shell.Console.MarkupLine(moved == 0 ? "There was no dead letter." : $"[green]{moved}[/] put back.");
    }

    private static void Print(Shell shell, IReadOnlyList<QueueState> states)
    {
        if (shell.Json)
        {
            foreach (QueueState s in states)
            {
                shell.Out.WriteLine(JsonText.Of(new JsonObject { ["queue"] = s.Queue, ["exists"] = s.Exists, ["waiting"] = s.Waiting, ["consumers"] = s.Consumers }));
            }

            return;
        }

        Table table = new Table().AddColumns("queue", "waiting", "consumers");
        foreach (QueueState s in states)
            table.AddRow(SafeText.Markup(s.Queue), s.Exists ? $"{s.Waiting}" : "not there", s.Exists ? $"{s.Consumers}" : "");
        shell.Console.Write(table);
    }
}
