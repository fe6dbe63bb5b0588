using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// What devices and programs sign in with.
internal sealed class KeysCommand
{
    private const int PageSize = 500;

    private readonly OrganisationOption _organisation = new();
    private readonly Option<string?> _of = new("--of") { Description = "Only the keys of this person.", HelpName = "PERSON" };
    private readonly Option<bool> _all = new("--all") { Description = "Revoked ones too." };
    private readonly Argument<string> _person = new("PERSON") { Description = "Whose key." };
    private readonly Argument<string> _key = new("KEY") { Description = "Id of the key." };
    private readonly Option<string> _label = new("--label") { Description = "Which program.", HelpName = "TEXT", Required = true };
    private readonly Option<string[]> _roles = new("--role") { Description = "The most that it may do. Default: what its person may.", HelpName = "ROLE" };
    private readonly Option<string?> _until = new("--until") { Description = "When it stops to be good. Default: never by itself.", HelpName = "TIME" };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe; it does not show the secret again.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new KeysCommand();
        Command keys = new Command("keys", "List keys, of everybody in the organisation for administrators, else your own; make or revoke them.")
            .With(self._organisation.Option, self._of, self._all)
            .Runs(shell, (result, cancellation) => self.ListAsync(shell, global, result, cancellation));
        keys.Add(new Command("add", "Make a key for a program. Its secret is shown once.")
            .With(self._person, self._label, self._roles, self._until, self._requestId)
            .Runs(shell, (result, cancellation) => self.AddAsync(shell, global, result, cancellation)));
        keys.Add(new Command("revoke", "Revoke a key; its open streams close within 5 s.")
            .With(self._key)
            .Runs(shell, (result, cancellation) => self.RevokeAsync(shell, global, result, cancellation)));
        return keys;
    }

    private async Task<int> ListAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        string organisation = await _organisation.NameAsync(client, result, cancellation);
        var request = new ListKeysRequest { Parent = organisation, PageSize = PageSize };
        if (result.GetValue(_of) is { } person) request.Person = OrganisationOption.Person(organisation, person);
        var keys = new List<SignInKey>();
        do
        {
            ListKeysResponse page = await client.Access.ListKeysAsync(request, cancellationToken: cancellation);
            keys.AddRange(page.Keys.Where(k => k.RevokeTime is null || result.GetValue(_all)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Print(shell, keys);
        return ExitCodes.Ok;
    }

    private async Task<int> AddAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new CreateKeyRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Label = result.GetRequiredValue(_label),
            Roles = { RoleWords.Parse(result.GetValue(_roles) ?? [], _roles.Name) },
            ExpireTime = result.GetValue(_until) is { } until ? ValueText.Instant(until, _until.Name, shell.Time) : null,
        };
        using AlertsClient client = global.Connect(shell, result);
        request.Parent = OrganisationOption.Person(await _organisation.NameAsync(client, result, cancellation), result.GetRequiredValue(_person));
        CreateKeyResponse answer = await client.Access.CreateKeyAsync(request, cancellationToken: cancellation);
        if (shell.Json)
        {
            shell.Write(answer);
            return ExitCodes.Ok;
        }

        Print(shell, [answer.Key]);
        if (answer.Secret.Length == 0) shell.Console.MarkupLine("This key was made by an earlier call, which showed its secret.");
        else shell.Console.MarkupLine("Its secret, shown only now; keep it in a file of mode 0600 (--token-file) or in ALERTS_TOKEN:");
        shell.Out.WriteLine(answer.Secret);
        return ExitCodes.Ok;
    }

    private async Task<int> RevokeAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string key = result.GetRequiredValue(_key);
        using AlertsClient client = global.Connect(shell, result);
        string name = key.Contains('/') ? key : $"{await _organisation.NameAsync(client, result, cancellation)}/keys/{key}";
        Print(shell, [(await client.Access.RevokeKeyAsync(new RevokeKeyRequest { Name = name }, cancellationToken: cancellation)).Key]);
        return ExitCodes.Ok;
    }

    private static void Print(Shell shell, IReadOnlyList<SignInKey> keys)
    {
        if (shell.Json)
        {
            foreach (SignInKey key in keys) shell.Write(key);
            return;
        }

        Table table = new Table().AddColumn(new TableColumn("key").NoWrap()).AddColumns("person", "kind", "label", "last used", "");
        foreach (SignInKey key in keys)
        {
            table.AddRow(
                SafeText.Markup(OrganisationOption.Id(key.Name)), SafeText.Markup(OrganisationOption.Id(key.Person)), key.Kind.ToString().ToLowerInvariant(), SafeText.Markup(key.Label),
                key.LastUseDay is { } day ? day.ToDateTimeOffset().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "never",
                key.RevokeTime is { } revoked ? $"[red]revoked {Moments.Utc(revoked)}[/]" : key.ExpireTime is { } expires ? $"until {Moments.Utc(expires)}" : "");
        }

        shell.Console.Write(table);
    }
}
