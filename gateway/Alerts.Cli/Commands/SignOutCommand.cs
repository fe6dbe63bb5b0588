using System.CommandLine;
using Alerts.Client;
using Alerts.V1;
using Grpc.Core;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Revokes the key of this user's command line and forgets it.
internal sealed class SignOutCommand
{
    private readonly Option<bool> _forget = new("--forget") { Description = "Only forget the key here, though the server does not answer: it stays good until it is revoked there." };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new SignOutCommand();
        return new Command("sign-out", "Revoke the key of this user's command line and forget it.")
            .With(self._forget)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        if (!File.Exists(shell.SignInFile))
            throw CliException.NotFound("NOT_SIGNED_IN", "This user has not signed in with an invitation.");
        if (!result.GetValue(_forget))
        {
            using AlertsClient client = global.Connect(shell, result);
            try
            {
                await client.Access.SignOutAsync(new SignOutRequest(), cancellationToken: cancellation);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unauthenticated)
            {
                // Revoked already.
            }
        }

        File.Delete(shell.SignInFile);
        if (shell.Json) shell.Write(new SignOutResponse());
        else shell.Console.MarkupLine("[green]Signed out.[/]");
        return ExitCodes.Ok;
    }
}
