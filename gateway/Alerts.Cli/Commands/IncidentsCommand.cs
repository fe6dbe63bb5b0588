using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;

namespace Alerts.Cli.Commands;

// Lists incidents, the newest first.
internal sealed class IncidentsCommand
{
    private const int MaxPage = 500;

    private readonly Option<string?> _place = new("--near") { Description = "Within 50 km of this place.", HelpName = "PLACE" };
    private readonly Option<string?> _country = new("--country") { Description = "Country, ISO code.", HelpName = "CC" };
    private readonly Option<string?> _since = new("--since") { Description = "Start at or after this time.", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "Start before this time.", HelpName = "TIME" };
    private readonly Option<bool> _historic = new("--history") { Description = "Imported history too." };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new IncidentsCommand();
        return new Command("incidents", "List incidents, the newest first.")
            .With(self._place, self._country, self._since, self._until, self._historic, self._limit)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        int left = result.GetValue(_limit);
        if (left < 1) throw CliException.Usage("--limit is at least 1.");
        var request = new ListIncidentsRequest
        {
            CountryCode = result.GetValue(_country)?.ToUpperInvariant() ?? "",
            IncludeHistoric = result.GetValue(_historic),
            PageSize = Math.Min(left, MaxPage),
        };
        if (result.GetValue(_place) is { } place)
        {
            request.GeonamesId = PlaceArgument.Resolve(shell, place, result.GetValue(_country), scoredOnly: false).GeonameId;
            request.CountryCode = ""; // It said which place; an attack across the border is near it too.
        }

        if (result.GetValue(_since) is { } since) request.StartTimeFrom = ValueText.Instant(since, _since.Name, shell.Time);
        if (result.GetValue(_until) is { } until) request.StartTimeTo = ValueText.Instant(until, _until.Name, shell.Time);
        using AlertsClient client = global.Connect(shell, result);
        var incidents = new List<Incident>();
        do
        {
            ListIncidentsResponse page = await client.Ingest.ListIncidentsAsync(request, cancellationToken: cancellation);
            incidents.AddRange(page.Incidents.Take(left));
            left -= page.Incidents.Count;
            request.PageToken = page.NextPageToken;
        }
        while (left > 0 && request.PageToken.Length > 0);

        if (!shell.Json) IncidentView.PrintList(shell.Console, incidents);
        else incidents.ForEach(shell.Write);
        return ExitCodes.Ok;
    }
}
