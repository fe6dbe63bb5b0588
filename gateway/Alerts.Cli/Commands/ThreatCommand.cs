using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Cli.Commands;

// Shows the threat in one city, now or at an earlier time.
internal sealed class ThreatCommand
{
    private readonly Argument<string> _place = new("PLACE") { Description = "A name, 'NAME, COUNTRY', or a GeoNames id." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the place, ISO code.", HelpName = "CC" };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "What was said at an earlier time.", HelpName = "TIME" };
    private readonly Option<bool> _knownNow = new("--known-now") { Description = "With --as-of: what is known now about then." };
    private readonly Option<string[]> _with = new("--with")
    {
        Description = "What if: 'attack, 12 killed, today'; 'battle 30 km, 3 killed, 2 days ago'; 'IED, corroborated, yesterday'. Up to 10. Stores nothing.",
        HelpName = "INCIDENT",
    };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new ThreatCommand();
        return new Command("threat", "Show the threat in a city, with its reasons.")
            .With(self._place, self._country, self._asOf, self._knownNow, self._with)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        Place place = PlaceArgument.Resolve(shell, result.GetRequiredValue(_place), result.GetValue(_country), scoredOnly: true);
        if (result.GetValue(_with) is { Length: > 0 } with)
            return await SimulateAsync(shell, global, result, place, with, cancellation);
        var request = new GetCityThreatRequest { Name = $"cities/{place.GeonameId}/threat", KnownNow = result.GetValue(_knownNow) };
        if (result.GetValue(_asOf) is { } asOf) request.AsOfTime = ValueText.Instant(asOf, _asOf.Name, shell.Time);
        using AlertsClient client = global.Connect(shell, result);
        CityThreat threat = (await client.Risk.GetCityThreatAsync(request, cancellationToken: cancellation)).Threat;
        if (shell.Json) shell.Write(threat);
        else ThreatView.Print(shell.Console, threat);
        return ExitCodes.Ok;
    }

    private async Task<int> SimulateAsync(Shell shell, GlobalOptions global, ParseResult result, Place place, string[] with, CancellationToken cancellation)
    {
        if (result.GetValue(_asOf) is not null || result.GetValue(_knownNow)) throw CliException.Usage($"{_with.Name} asks about now: it does not go with {_asOf.Name} or {_knownNow.Name}.");
        int PlaceOf(string name) => PlaceArgument.Resolve(shell, name, place.CountryCode, scoredOnly: false).GeonameId;
        var request = new SimulateRequest { Name = $"cities/{place.GeonameId}/threat", Incidents = { with.Select(text => WhatIf.Parse(text, _with.Name, PlaceOf)) } };
        using AlertsClient client = global.Connect(shell, result);
        SimulateResponse answer = await client.Risk.SimulateAsync(request, cancellationToken: cancellation);
        if (shell.Json) shell.Write(answer);
        else SimulationView.Print(shell.Console, answer, with);
        return ExitCodes.Ok;
    }
}
