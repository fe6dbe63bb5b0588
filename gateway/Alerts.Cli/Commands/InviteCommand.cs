using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// Invites one device of a person, who is added first if need be.
internal sealed class InviteCommand
{
    private readonly Argument<string> _person = new("PERSON") { Description = "Id of the person, such as 'amina'." };
    private readonly OrganisationOption _organisation = new();
    private readonly Option<string[]> _roles = new("--role") { Description = "Add the person with this role first: officer, analyst, adviser, service, administrator. May stand several times.", HelpName = "ROLE" };
    private readonly Option<string?> _name = new("--name") { Description = "With --role, the person's name. Default: the id.", HelpName = "TEXT" };
    private readonly Option<string?> _until = new("--until") { Description = "When the invitation runs out, within 30 days. Default: in 3 days.", HelpName = "TIME" };
    private readonly Option<bool> _noQr = new("--no-qr") { Description = "Print the link alone." };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe; it does not show the link again.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new InviteCommand();
        return new Command("invite", "Invite one device of a person: prints a link that is good once, and its QR code.")
            .With(self._person, self._organisation.Option, self._roles, self._name, self._until, self._noQr, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string[] roles = result.GetValue(_roles) ?? [];
        if (roles.Length == 0 && result.GetValue(_name) is not null)
            throw CliException.Usage("--name belongs to --role, which adds the person first.");
        var request = new CreateInvitationRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            ExpireTime = result.GetValue(_until) is { } until ? ValueText.Instant(until, _until.Name, shell.Time) : null,
        };
        using AlertsClient client = global.Connect(shell, result);
        string organisation = await _organisation.NameAsync(client, result, cancellation);
        request.Parent = OrganisationOption.Person(organisation, result.GetRequiredValue(_person));
        if (roles.Length > 0)
        {
            var person = new Person { Name = request.Parent, DisplayName = result.GetValue(_name) ?? OrganisationOption.Id(request.Parent), Roles = { RoleWords.Parse(roles, _roles.Name) } };
            await client.Access.CreatePersonAsync(
                new CreatePersonRequest { RequestId = $"{request.RequestId}.person", Parent = organisation, Person = person }, cancellationToken: cancellation);
        }

        CreateInvitationResponse answer = await client.Access.CreateInvitationAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else Print(shell, answer, withQr: !result.GetValue(_noQr));
        return ExitCodes.Ok;
    }

    private static void Print(Shell shell, CreateInvitationResponse answer, bool withQr)
    {
        string person = SafeText.Of(answer.Invitation.Person);
        if (answer.Link.Length == 0)
        {
            shell.Console.MarkupLine($"{person.EscapeMarkup()} is invited already; its link was shown then. For a new one, leave --request-id out.");
            return;
        }

        shell.Console.MarkupLine($"For [bold]{person.EscapeMarkup()}[/], good once, until {Moments.Utc(answer.Invitation.ExpireTime)}. Hand it to nobody else:");
        foreach (string line in withQr ? QrText.Lines(answer.Link, shell.Console.Profile.Capabilities.Ansi) : []) shell.Out.WriteLine(line);
        shell.Out.WriteLine(answer.Link);
        shell.Console.MarkupLine("[grey]Open it in a browser, or: alerts sign-in LINK[/]");
    }
}
