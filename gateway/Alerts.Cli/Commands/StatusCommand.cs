using System.CommandLine;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.Commands;

// Asks whether the system moves. The exit code is the answer.
internal static class StatusCommand
{
    public static Command Create(Shell shell, GlobalOptions global) =>
        new Command("status", "Ask whether the system moves. Exit code 0: healthy; 6: unhealthy or blind; 5: no answer.")
            .Runs(shell, async (result, cancellation) =>
            {
                using AlertsClient client = global.Connect(shell, result);
                GetStatusResponse status = await client.Status.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancellation);
                if (shell.Json) shell.Write(status);
                else StatusView.Print(shell.Console, status, client.Address.Grpc.ToString());
                return status.Healthy && status.BlindSinceTime is null ? ExitCodes.Ok : ExitCodes.Unhealthy;
            });
}
