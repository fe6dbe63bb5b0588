using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.Cli.Rendering;
using Alerts.Client;
using Alerts.V1;
using Spectre.Console;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Cli.Commands;

// Shows how a city can be reached, or says so.
internal sealed class AccessCommand
{
    private readonly Argument<string> _place = new("PLACE") { Description = "A name, 'NAME, COUNTRY', or a GeoNames id." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the place, ISO code.", HelpName = "CC" };
    private readonly Option<string?> _set = new("--set") { Description = "Say that it is so: open, constrained, restricted, cut-off. It counts at once.", HelpName = "STATE" };
    private readonly Option<string?> _aspect = new("--aspect") { Description = "Which way in: road, fuel, airport, communications. Left out: the city as a whole.", HelpName = "WORD" };
    private readonly Option<string?> _toward = new("--toward") { Description = "With --aspect road, where the road leads to. Left out: all roads.", HelpName = "NAME" };
    private readonly Option<string?> _text = new("--text") { Description = "Why, in plain words; officers read it.", HelpName = "TEXT" };
    private readonly Option<string?> _tlp = new("--tlp") { Description = "Who may see it: amber-strict (default), amber, green, clear.", HelpName = "LABEL" };
    private readonly Option<string?> _requestId = new("--request-id") { Description = "Makes a repeat safe.", HelpName = "ID" };

    public static Command Create(Shell shell, GlobalOptions global)
    {
        var self = new AccessCommand();
        return new Command("access", "Show how a city can be reached: roads, fuel, airport, communications; with --set, say how it is.")
            .With(self._place, self._country, self._set, self._aspect, self._toward, self._text, self._tlp, self._requestId)
            .Runs(shell, (result, cancellation) => self.RunAsync(shell, global, result, cancellation));
    }

    private async Task<int> RunAsync(Shell shell, GlobalOptions global, ParseResult result, CancellationToken cancellation)
    {
        Place place = PlaceArgument.Resolve(shell, result.GetRequiredValue(_place), result.GetValue(_country), scoredOnly: true);
        string name = $"cities/{place.GeonameId}/threat";
        ReportAccessRequest? request = result.GetValue(_set) is { } state ? Request(shell, result, name, place, state) : null;
        if (request is null && new Option[] { _aspect, _toward, _text, _tlp, _requestId }.Any(o => result.GetResult(o) is { Implicit: false }))
            throw CliException.Usage("--aspect, --toward, --text, --tlp and --request-id belong to --set.");
        using AlertsClient client = global.Connect(shell, result);
        if (request is not null)
        {
            ReportAccessResponse answer = await client.Risk.ReportAccessAsync(request, cancellationToken: cancellation);
            if (shell.Json) shell.Write(answer);
            else Print(shell, place, answer.Access, answer.ReportTime);
            return ExitCodes.Ok;
        }

        CityThreat threat = (await client.Risk.GetCityThreatAsync(new GetCityThreatRequest { Name = name }, cancellationToken: cancellation)).Threat;
        if (shell.Json) shell.Write(threat.Access ?? new AccessPicture());
        else Print(shell, place, threat.Access, threat.AsOfTime);
        return ExitCodes.Ok;
    }

    private static void Print(Shell shell, Place place, AccessPicture? access, Google.Protobuf.WellKnownTypes.Timestamp now)
    {
        shell.Console.MarkupLine($"[bold]{SafeText.Markup($"{place.Name}, {place.CountryCode}")}[/]");
        foreach (string line in AccessView.Lines(access, now)) shell.Console.MarkupLine(line);
    }

    private ReportAccessRequest Request(Shell shell, ParseResult result, string name, Place place, string state) => new()
    {
        RequestId = result.GetValue(_requestId) ?? Guid.NewGuid().ToString("N"),
        Name = name,
        State = EnumWord.Parse<AccessState>(state, _set.Name),
        Aspect = result.GetValue(_aspect) is { } aspect ? EnumWord.Parse<AccessAspect>(aspect, _aspect.Name) : AccessAspect.Unspecified,
        TowardGeonamesId = result.GetValue(_toward) is { } toward ? PlaceArgument.Resolve(shell, toward, place.CountryCode, scoredOnly: false).GeonameId : 0,
        Text = result.GetValue(_text) ?? throw CliException.Usage("--text is missing: say why, in plain words; officers read it."),
        Tlp = result.GetValue(_tlp) is { } tlp ? EnumWord.Parse<TlpLabel>(tlp, _tlp.Name) : TlpLabel.Unspecified,
    };
}
