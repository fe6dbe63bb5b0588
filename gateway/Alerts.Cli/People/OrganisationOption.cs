using System.CommandLine;
using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.People;

// Which organisation a command is about: the caller's own unless another one is named.
internal sealed class OrganisationOption
{
    private const string Collection = "organisations/";

    public Option<string?> Option { get; } = new("--organisation") { Description = "Id of the organisation. Default: your own.", HelpName = "ID", Recursive = true };

    public async Task<string> NameAsync(AlertsClient client, ParseResult result, CancellationToken cancellation) => result.GetValue(Option) is { } id
        ? Named(id)
        : (await client.Access.GetMeAsync(new GetMeRequest(), cancellationToken: cancellation)).Organisation;

    public static string Named(string id) => id.StartsWith(Collection, StringComparison.Ordinal) ? id : Collection + id;

    // "amina" or the whole name.
    public static string Person(string organisation, string person) => person.StartsWith(Collection, StringComparison.Ordinal) ? person : $"{organisation}/people/{person}";

    // Ids for people: what stands behind the last slash.
    public static string Id(string name) => name[(name.LastIndexOf('/') + 1)..];
}
