using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Alerts.Client.Discovery;
using Alerts.Cli.Rendering;
using Alerts.V1;
using Google.Protobuf;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Turns an invitation into a key of this user's command line.
internal sealed class SignInCommand
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly Argument<string> _link = new("LINK") { Description = "The link of an invitation; '-' reads it from standard input." };
    private readonly Option<string?> _label = new("--label") { Description = "How the key is listed. Default: the name of this machine.", HelpName = "TEXT" };

    public static Command Create(Shell shell)
    {
        var self = new SignInCommand();
        return new Command("sign-in", "Sign this user's command line in with an invitation; the key is kept for this user alone.")
            .With(self._link, self._label)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, ParseResult result, CancellationToken cancellation)
    {
        string text = result.GetRequiredValue(_link);
        if (text == "-")
        {
            using var reader = new StreamReader(shell.In);
            text = await reader.ReadLineAsync(cancellation) ?? "";
        }

        (Uri server, string secret) = Parse(text);
        AcceptInvitationResponse accepted = await AcceptAsync(server, secret, result.GetValue(_label) ?? Environment.MachineName, cancellation);
        new ServerFile(server.GetLeftPart(UriPartial.Authority), accepted.GrpcAddress, accepted.Secret, 0, shell.Time.GetUtcNow()).Write(shell.SignInFile);
        accepted.Secret = "";
        if (shell.Json)
        {
            shell.Write(accepted);
        }
        else
        {
            shell.Console.MarkupLine($"[green]Signed in[/] as {SafeText.Markup(accepted.Key.Person)}. Commands of this user now go to {SafeText.Markup(accepted.GrpcAddress)}.");
            shell.Console.MarkupLine($"[grey]The key is in {SafeText.Markup(shell.SignInFile)}; 'alerts sign-out' revokes it.[/]");
        }

        return ExitCodes.Ok;
    }

    private static (Uri Server, string Secret) Parse(string link)
    {
        const string Field = "invitation=";
        if (Uri.TryCreate(link.Trim(), UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            && uri.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith(Field, StringComparison.Ordinal)) is { } part)
            return (uri, part[Field.Length..]);
        throw CliException.Usage("LINK is not an invitation's link, such as https://alerts.example.org:8443/signin?invitation=ai_…; http is taken on this machine only.");
    }

    private static async Task<AcceptInvitationResponse> AcceptAsync(Uri server, string secret, string label, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !server.IsLoopback }) { Timeout = Deadline };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/v1/invitations:accept")) { Content = JsonContent.Create(new { label }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        try
        {
            using HttpResponseMessage answer = await http.SendAsync(request, cancellation);
            string body = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode == System.Net.HttpStatusCode.Unauthorized)
                throw new CliException(ExitCodes.NotSignedIn, "NOT_SIGNED_IN", "The invitation has been used, revoked, or is out of date. Ask for a new one.");
            if (!answer.IsSuccessStatusCode)
                throw CliException.Refused("NOT_ACCEPTED", $"The server did not accept the invitation ({(int)answer.StatusCode}).");
            return Json.Parse<AcceptInvitationResponse>(body);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new CliException(ExitCodes.Unreachable, "SERVER_UNREACHABLE", $"{server.GetLeftPart(UriPartial.Authority)} does not answer: {e.Message}");
        }
    }
}
