using System.CommandLine;
using System.Globalization;
using Alerts.V1;

namespace Alerts.Cli.Input;

// What to let through, as people type it: for a stream, and for a watch that is kept.
internal sealed class FilterOptions
{
    private const double DefaultSiteRadiusKm = 25;
    private const double DefaultRouteWidthKm = 20;

    private readonly Option<string[]> _city = new("--city") { Description = "Alerts that touch this city: a name, 'NAME, COUNTRY' or a GeoNames id. May be given again.", HelpName = "NAME" };
    private readonly Option<string[]> _country = new("--country") { Description = "Alerts in this country, ISO code. May be given again.", HelpName = "CC" };
    private readonly Option<string[]> _near = new("--near") { Description = "Alerts within a circle. May be given again.", HelpName = "LAT,LON,KM" };
    private readonly Option<string[]> _polygon = new("--polygon") { Description = "Alerts within a polygon: its corners, each a place or LAT,LON, with ';' between. May be given again.", HelpName = "PLACE;PLACE;…" };
    private readonly Option<string[]> _route = new("--route") { Description = "Alerts along a route: its points, each a place or LAT,LON, with ';' between. May be given again.", HelpName = "PLACE;PLACE;…" };
    private readonly Option<double?> _routeWidth = new("--route-width") { Description = "Width of the routes, from edge to edge. Default 20.", HelpName = "KM" };
    private readonly Option<string[]> _site = new("--site") { Description = "Alerts around an own site: an imported one by name or id, or NAME=LAT,LON. May be given again.", HelpName = "SITE" };
    private readonly Option<double?> _siteRadius = new("--site-radius") { Description = "Kilometres around the sites. Default 25.", HelpName = "KM" };
    private readonly Option<string?> _minLevel = new("--min-level") { Description = "Only with at least this level: 1 to 6 or its name.", HelpName = "LEVEL" };
    private readonly Option<string?> _urgency = new("--urgency") { Description = "Only of at least this urgency: routine, priority, flash.", HelpName = "WORD" };
    private readonly Option<string[]> _minimum = new("--minimum") { Description = "A minimum for one category instead, such as crime=flash or terrorism=4. May be given again.", HelpName = "CATEGORY=WORD" };
    private readonly Option<string[]> _category = new("--category") { Description = "Only of this category. May be given again.", HelpName = "WORD" };
    private readonly Option<string[]> _type = new("--type") { Description = "Only of this type of event, such as battles or carjacking. May be given again.", HelpName = "WORD" };

    public Option[] All => [_city, _country, _near, _polygon, _route, _routeWidth, _site, _siteRadius, _minLevel, _urgency, _minimum, _category, _type];

    public bool AnyIn(ParseResult result) => All.Any(option => result.GetResult(option) is { Implicit: false });

    public string[] Countries(ParseResult result) => [.. (result.GetValue(_country) ?? []).Select(code => CountryText.Parse(code, _country.Name))];

    // Whether nothing but countries is given.
    public bool OnlyCountriesIn(ParseResult result) => All.Except([_country]).All(option => result.GetResult(option) is not { Implicit: false });

    public AlertFilter Read(Shell shell, ParseResult result)
    {
        string[] countries = Countries(result);
        var filter = new AlertFilter();
        // With a city, a country says which city of that name, and must not let the rest of the country through.
        string[] cities = result.GetValue(_city) ?? [];
        string? only = cities.Length > 0 && countries.Length == 1 ? countries[0] : null;
        filter.GeonamesIds.AddRange(cities.Select(c => PlaceArgument.Resolve(shell, c, only, scoredOnly: true).GeonameId));
        if (only is null) filter.CountryCodes.AddRange(countries);
        filter.Areas.AddRange((result.GetValue(_near) ?? []).Select(n => PlaceArgument.Circle(n, _near.Name)));
        filter.Polygons.AddRange((result.GetValue(_polygon) ?? []).Select(p => new Polygon { Corners = { Points(shell, p, _polygon.Name) } }));
        double width = result.GetValue(_routeWidth) ?? DefaultRouteWidthKm;
        filter.Routes.AddRange((result.GetValue(_route) ?? []).Select(r => new Route { Points = { Points(shell, r, _route.Name) }, WidthKm = width }));
        double radius = result.GetValue(_siteRadius) ?? DefaultSiteRadiusKm;
        filter.OwnSites.AddRange((result.GetValue(_site) ?? []).Select(s => Site(shell, s, radius)));
        if (result.GetValue(_minLevel) is { } level) filter.MinimumLevel = Level(level, _minLevel.Name);
        if (result.GetValue(_urgency) is { } urgency) filter.MinimumUrgency = EnumWord.Parse<Urgency>(urgency, _urgency.Name);
        filter.Minimums.AddRange((result.GetValue(_minimum) ?? []).Select(Minimum));
        filter.Categories.AddRange((result.GetValue(_category) ?? []).Select(c => EnumWord.Parse<ThreatCategory>(c, _category.Name)));
        foreach (string type in result.GetValue(_type) ?? [])
        {
            if (EnumWord.Find<LocalType>(type) is { } local) filter.LocalTypes.Add(local);
            else filter.EventTypes.Add(EnumWord.Find<EventType>(type) ?? throw CliException.Usage($"{_type.Name} does not know '{type}'. It takes {EnumWord.List<EventType>()}, {EnumWord.List<LocalType>()}."));
        }

        return filter;
    }

    private static GeoPoint[] Points(Shell shell, string text, string option) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
            part => part.Length > 0 && part.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or ' ') && part.Contains(',')
                ? PlaceArgument.Point(part, option)
                : PointOf(PlaceArgument.Resolve(shell, part, null, scoredOnly: false))),
    ];

    private static GeoPoint PointOf(Gazetteer.Place place) => new() { Latitude = place.Point.Latitude, Longitude = place.Point.Longitude };

    private OwnSite Site(Shell shell, string text, double radius)
    {
        if (text.LastIndexOf('=') is > 0 and var equals)
            return new OwnSite { DisplayName = text[..equals].Trim(), Point = PlaceArgument.Point(text[(equals + 1)..], _site.Name), RadiusKm = radius };
        Gazetteer.Place place = PlaceArgument.Resolve(shell, text, null, scoredOnly: false);
        return new OwnSite { DisplayName = place.Name, GeonamesId = place.GeonameId, RadiusKm = radius };
    }

    private CategoryMinimum Minimum(string text)
    {
        if (text.Split('=', 2, StringSplitOptions.TrimEntries) is not [var word, var least])
            throw CliException.Usage($"{_minimum.Name} takes CATEGORY=WORD, such as crime=flash or terrorism=4.");
        var minimum = new CategoryMinimum { Category = EnumWord.Parse<ThreatCategory>(word, _minimum.Name) };
        if (EnumWord.Find<Urgency>(least) is { } urgency) minimum.MinimumUrgency = urgency;
        else minimum.MinimumLevel = Level(least, _minimum.Name);
        return minimum;
    }

    private static ThreatLevel Level(string text, string option) =>
        text is [>= '1' and <= '6' and var digit]
            ? (ThreatLevel)int.Parse(digit.ToString(), CultureInfo.InvariantCulture)
            : EnumWord.Parse<ThreatLevel>(text, option);
}
