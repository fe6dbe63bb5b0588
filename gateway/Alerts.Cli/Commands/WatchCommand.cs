using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Watching;
using Alerts.Client;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Cli.Commands;

// Follows alerts, live.
internal sealed class WatchCommand
{
    private readonly Option<string[]> _city = new("--city") { Description = "Alerts that touch this city: a name, 'NAME, COUNTRY' or a GeoNames id. May be given again.", HelpName = "NAME" };
    private readonly Option<string[]> _country = new("--country") { Description = "Alerts in this country, ISO code. May be given again.", HelpName = "CC" };
    private readonly Option<string[]> _near = new("--near") { Description = "Alerts within a circle. May be given again.", HelpName = "LAT,LON,KM" };
    private readonly Option<string?> _minLevel = new("--min-level") { Description = "Only with at least this level: 1 to 6 or its name.", HelpName = "LEVEL" };
    private readonly Option<string?> _urgency = new("--urgency") { Description = "Only of at least this urgency: routine, priority, flash.", HelpName = "WORD" };
    private readonly Option<string?> _from = new("--from") { Description = "'start': all that the log holds; 'now': what is active, then live; or a cursor. Default: where the last watch with the same filter stopped.", HelpName = "start|now|CURSOR" };
    private readonly Option<double?> _untilIdle = new("--until-idle") { Description = "End when no alert has come for so long.", HelpName = "SECONDS" };
    private readonly Option<double?> _bookmarks = new("--bookmark-interval") { Description = "Longest silence of the stream, 1 to 300. Default 15.", HelpName = "SECONDS" };
    private readonly Option<bool> _noSave = new("--no-save") { Description = "Do not save the place in the log." };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new WatchCommand();
        return new Command("watch", "Follow alerts, live. Comes back by itself after every loss of the connection.")
            .With(self._city, self._country, self._near, self._minLevel, self._urgency, self._from, self._untilIdle, self._bookmarks, self._noSave)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        var request = new StreamAlertsRequest { Filter = Filter(shell, result) };
        if (result.GetValue(_bookmarks) is { } seconds) request.BookmarkInterval = Seconds(seconds, _bookmarks.Name).ToDuration();
        using AlertsClient client = global.Connect(shell, result);
        var run = new WatchRun(
            shell,
            client,
            request,
            shell.Json ? new JsonPrinter(shell) : new CardPrinter(shell),
            result.GetValue(_noSave) ? null : WatchCursor.StoreFor(shell.StateFolder, client.Address.Grpc, request.Filter));
        TimeSpan? idle = result.GetValue(_untilIdle) is { } wait ? Seconds(wait, _untilIdle.Name) : null;
        return await run.RunAsync(result.GetValue(_from), idle, cancellation);
    }

    private AlertFilter Filter(Shell shell, ParseResult result)
    {
        string[] countries = result.GetValue(_country) ?? [];
        var filter = new AlertFilter();
        // With a city, a country says which city of that name, and must not let the rest of the country through.
        string[] cities = result.GetValue(_city) ?? [];
        string? only = cities.Length > 0 && countries.Length == 1 ? countries[0] : null;
        filter.GeonamesIds.AddRange(cities.Select(c => PlaceArgument.Resolve(shell, c, only, scoredOnly: true).GeonameId));
        if (only is null) filter.CountryCodes.AddRange(countries.Select(c => c.ToUpperInvariant()));
        filter.Areas.AddRange((result.GetValue(_near) ?? []).Select(n => PlaceArgument.Circle(n, _near.Name)));
        if (result.GetValue(_minLevel) is { } level) filter.MinimumLevel = Level(level);
        if (result.GetValue(_urgency) is { } urgency) filter.MinimumUrgency = EnumWord.Parse<Urgency>(urgency, _urgency.Name);
        return filter;
    }

    private ThreatLevel Level(string text) =>
        text is [>= '1' and <= '6' and var digit] ? (ThreatLevel)(digit - '0') : EnumWord.Parse<ThreatLevel>(text, _minLevel.Name);

    private static TimeSpan Seconds(double seconds, string option) => seconds is > 0 and <= 86_400
        ? TimeSpan.FromSeconds(seconds)
        : throw CliException.Usage($"{option} takes seconds, more than 0 and at most 86 400.");
}
