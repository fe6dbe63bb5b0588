using System.CommandLine;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// The people of an organisation.
internal sealed class PeopleCommand
{
    private const int PageSize = 500;

    private readonly OrganisationOption _organisation = new();
    private readonly Argument<string> _person = new("PERSON") { Description = "Id: a-z, 0-9, hyphen and dot; it never changes." };
    private readonly Option<string?> _name = new("--name") { Description = "Name for lists.", HelpName = "TEXT" };
    private readonly Option<string[]> _roles = new("--role") { Description = "officer, analyst, adviser, service, administrator. May stand several times.", HelpName = "ROLE" };
    private readonly Option<string?> _language = new("--language") { Description = "en or fr.", HelpName = "CODE" };
    private readonly Option<bool> _suspend = new("--suspend") { Description = "Let none of the person's keys sign in any more." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Undo --suspend." };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new PeopleCommand();
        Command people = new Command("people", "List the people of an organisation; add or change them.")
            .With(self._organisation.Option)
            .Runs(shell, (result, cancellation) => self.ListAsync(shell, global, result, cancellation));
        people.Add(new Command("add", "Add a person or a program.")
            .With(self._person, self._name, self._roles, self._language, self._requestId)
            .Runs(shell, (result, cancellation) => self.AddAsync(shell, global, result, cancellation)));
        people.Add(new Command("change", "Change a person: what was taken away is gone within 5 s.")
            .With(self._person, self._name, self._roles, self._language, self._suspend, self._resume)
            .Runs(shell, (result, cancellation) => self.ChangeAsync(shell, global, result, cancellation)));
        return people;
    }

    private async Task<int> ListAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        var request = new ListPeopleRequest { Parent = await _organisation.NameAsync(client, result, cancellation), PageSize = PageSize };
        var people = new List<Person>();
        do
        {
            ListPeopleResponse page = await client.Access.ListPeopleAsync(request, cancellationToken: cancellation);
            people.AddRange(page.People);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Print(shell, people);
        return ExitCodes.Ok;
    }

    private async Task<int> AddAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string[] roles = result.GetValue(_roles) ?? [];
        if (roles.Length == 0) throw CliException.Usage("--role is missing: what may the person do?");
        using AlertsClient client = global.Connect(shell, result);
        string organisation = await _organisation.NameAsync(client, result, cancellation);
        string name = OrganisationOption.Person(organisation, result.GetRequiredValue(_person));
        CreatePersonResponse answer = await client.Access.CreatePersonAsync(
            new CreatePersonRequest
            {
                RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
                Parent = organisation,
                Person = new Person
                {
                    Name = name,
                    DisplayName = result.GetValue(_name) ?? OrganisationOption.Id(name),
                    Language = result.GetValue(_language) ?? "",
                    Roles = { RoleWords.Parse(roles, _roles.Name) },
                },
            },
            cancellationToken: cancellation);
        Print(shell, [answer.Person]);
        return ExitCodes.Ok;
    }

    private async Task<int> ChangeAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_suspend) && result.GetValue(_resume)) throw CliException.Usage("--suspend and --resume exclude each other.");
        var request = new UpdatePersonRequest { Person = new Person(), UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask() };
        if (result.GetValue(_name) is { } name) Set("display_name", person => person.DisplayName = name);
        if (result.GetValue(_language) is { } language) Set("language", person => person.Language = language);
        if (result.GetValue(_roles) is { Length: > 0 } roles) Set("roles", person => person.Roles.AddRange(RoleWords.Parse(roles, _roles.Name)));
        if (result.GetValue(_suspend) || result.GetValue(_resume)) Set("suspended", person => person.Suspended = result.GetValue(_suspend));
        if (request.UpdateMask.Paths.Count == 0) throw CliException.Usage("Say what to change: --name, --role, --language, --suspend or --resume.");
        using AlertsClient client = global.Connect(shell, result);
        request.Person.Name = OrganisationOption.Person(await _organisation.NameAsync(client, result, cancellation), result.GetRequiredValue(_person));
        Print(shell, [(await client.Access.UpdatePersonAsync(request, cancellationToken: cancellation)).Person]);
        return ExitCodes.Ok;

        void Set(string path, Action<Person> set)
        {
            request.UpdateMask.Paths.Add(path);
            set(request.Person);
        }
    }

    private static void Print(Shell shell, IReadOnlyList<Person> people)
    {
        if (shell.Json)
        {
            foreach (Person person in people) shell.Write(person);
            return;
        }

        Table table = new Table().AddColumns("person", "name", "roles", "");
        foreach (Person person in people)
            table.AddRow(SafeText.Markup(OrganisationOption.Id(person.Name)), SafeText.Markup(person.DisplayName), RoleWords.Of(person.Roles), person.Suspended ? "[red]suspended[/]" : "");
        shell.Console.Write(table);
    }
}
