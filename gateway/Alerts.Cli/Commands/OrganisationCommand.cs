using System.CommandLine;
using Alerts.Cli.People;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;

namespace Alerts.Cli.Commands;

// The organisations of an installation.
internal sealed class OrganisationCommand
{
    private const int PageSize = 500;

    private readonly Argument<string> _id = new("ID") { Description = "Id: a-z, 0-9 and hyphen; it never changes." };
    private readonly Option<string?> _name = new("--name") { Description = "Name for people.", HelpName = "TEXT" };
    private readonly Option<string?> _language = new("--language") { Description = "en or fr.", HelpName = "CODE" };
    private readonly Option<bool> _suspend = new("--suspend") { Description = "Let none of its people sign in any more." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Undo --suspend." };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new OrganisationCommand();
        Command organisation = new Command("organisation", "Show your organisation; all of them to whoever runs the server, who may add and change them.")
            .Runs(shell, (result, cancellation) => ListAsync(shell, global, result, cancellation));
        organisation.Add(new Command("add", "Add an organisation.")
            .With(self._id, self._name, self._language, self._requestId)
            .Runs(shell, (result, cancellation) => self.AddAsync(shell, global, result, cancellation)));
        organisation.Add(new Command("change", "Change an organisation.")
            .With(self._id, self._name, self._language, self._suspend, self._resume)
            .Runs(shell, (result, cancellation) => self.ChangeAsync(shell, global, result, cancellation)));
        return organisation;
    }

    private static async Task<int> ListAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        using AlertsClient client = global.Connect(shell, result);
        var request = new ListOrganisationsRequest { PageSize = PageSize };
        do
        {
            ListOrganisationsResponse page = await client.Access.ListOrganisationsAsync(request, cancellationToken: cancellation);
            foreach (Organisation organisation in page.Organisations) Print(shell, organisation);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return ExitCodes.Ok;
    }

    private async Task<int> AddAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        string id = result.GetRequiredValue(_id);
        using AlertsClient client = global.Connect(shell, result);
        var request = new CreateOrganisationRequest
        {
            RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
            Organisation = new Organisation { Name = OrganisationOption.Named(id), DisplayName = result.GetValue(_name) ?? id, Language = result.GetValue(_language) ?? "" },
        };
        Print(shell, (await client.Access.CreateOrganisationAsync(request, cancellationToken: cancellation)).Organisation);
        return ExitCodes.Ok;
    }

    private async Task<int> ChangeAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_suspend) && result.GetValue(_resume)) throw CliException.Usage("--suspend and --resume exclude each other.");
        var request = new UpdateOrganisationRequest
        {
            Organisation = new Organisation
            {
                Name = OrganisationOption.Named(result.GetRequiredValue(_id)),
                DisplayName = result.GetValue(_name) ?? "",
                Language = result.GetValue(_language) ?? "",
                Suspended = result.GetValue(_suspend),
            },
            UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask(),
        };
        if (result.GetValue(_name) is not null) request.UpdateMask.Paths.Add("display_name");
        if (result.GetValue(_language) is not null) request.UpdateMask.Paths.Add("language");
        if (result.GetValue(_suspend) || result.GetValue(_resume)) request.UpdateMask.Paths.Add("suspended");
        if (request.UpdateMask.Paths.Count == 0) throw CliException.Usage("Say what to change: --name, --language, --suspend or --resume.");
        using AlertsClient client = global.Connect(shell, result);
        Print(shell, (await client.Access.UpdateOrganisationAsync(request, cancellationToken: cancellation)).Organisation);
        return ExitCodes.Ok;
    }

    private static void Print(Shell shell, Organisation organisation)
    {
        if (shell.Json) shell.Write(organisation);
        else shell.Console.MarkupLine($"[bold]{SafeText.Markup(OrganisationOption.Id(organisation.Name))}[/]  {SafeText.Markup(organisation.DisplayName)}  {organisation.Language}{(organisation.Suspended ? "  [red]suspended[/]" : "")}");
    }
}
