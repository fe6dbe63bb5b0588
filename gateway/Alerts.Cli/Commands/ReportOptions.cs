using System.CommandLine;
using Alerts.Cli.Input;
using Alerts.V1;
using Place = Alerts.Gazetteer.Place;

namespace Alerts.Cli.Commands;

// The flags of one report, and the report that they make. The server judges it: here only what cannot be understood is refused.
internal sealed class ReportOptions
{
    private readonly Option<string?> _type = new("--type") { Description = "What happened: a type of the ACLED codebook or a local one, such as attack, armed-clash, carjacking.", HelpName = "TYPE" };
    private readonly Option<string?> _place = new("--place") { Description = "Where, by name: 'Gao, ML', or a GeoNames id.", HelpName = "NAME" };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the place, ISO code.", HelpName = "CC" };
    private readonly Option<string?> _point = new("--point") { Description = "Where, as a point in degrees.", HelpName = "LAT,LON" };
    private readonly Option<string?> _label = new("--spot") { Description = "The spot in the source's words: 'gendarmerie school'.", HelpName = "TEXT" };
    private readonly Option<string?> _at = new("--at") { Description = "When it began: 'now' or a time with its offset.", HelpName = "TIME" };
    private readonly Option<string?> _date = new("--date") { Description = "The local day, when the hour is not known.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> _precision = new("--precision") { Description = "How exactly the time is known: exact, hour, part-of-day, day, week, month.", HelpName = "WORD" };
    private readonly Option<bool> _ongoing = new("--ongoing") { Description = "It still goes on." };
    private readonly Option<bool> _over = new("--over") { Description = "It is over." };
    private readonly Option<string?> _source = new("--source") { Description = "Who says it: 'colleague, Gao office'.", HelpName = "NAME" };
    private readonly Option<string?> _sourceKind = new("--source-kind") { Description = "press, witness, medical, authorities, armed-group, analyst or organisation.", HelpName = "KIND" };
    private readonly Option<string?> _grade = new("--grade") { Description = "Admiralty code, such as B2. Left out: not known.", HelpName = "A1-F6" };
    private readonly Option<string?> _relayed = new("--relayed-from") { Description = "From whom the source has it.", HelpName = "NAME" };
    private readonly Option<bool> _forwarded = new("--forwarded") { Description = "A forwarded message whose first sender is not known." };
    private readonly Option<string?> _text = new("--text") { Description = "The source's own words.", HelpName = "TEXT" };
    private readonly Option<string?> _killed = new("--killed") { Description = "Killed, attackers not counted: 12, 8-12 or 8-10-12.", HelpName = "N" };
    private readonly Option<string?> _attackersKilled = new("--attackers-killed") { Description = "Attackers killed.", HelpName = "N" };
    private readonly Option<string?> _wounded = new("--wounded") { Description = "Wounded.", HelpName = "N" };
    private readonly Option<string?> _abducted = new("--abducted") { Description = "Abducted or missing.", HelpName = "N" };
    private readonly Option<string[]> _targets = new("--target") { Description = "What was hit, such as airport, aid-workers, security-forces. May be given again.", HelpName = "KIND" };
    private readonly Option<string[]> _accessOf = new("--access-of") { Description = "A city that is harder to reach for it, at any distance: where the convoy was bound for. May be given again.", HelpName = "NAME" };
    private readonly Option<string?> _accessAspect = new("--access-aspect") { Description = "With --access-of, which way in: road, fuel, airport, communications. Default: by the type.", HelpName = "WORD" };
    private readonly Option<string?> _accessToward = new("--access-toward") { Description = "With --access-of, where the road leads to from the city.", HelpName = "NAME" };
    private readonly Option<string?> _tlp = new("--tlp") { Description = "Who may see it: red, amber-strict (default), amber, green, clear.", HelpName = "LABEL" };
    private readonly Option<bool> _complex = new("--complex") { Description = "Several teams, sites or means in one attack." };
    private readonly Option<bool> _separate = new("--separate") { Description = "The source says that it is another event than the one before." };
    private readonly Option<bool> _exercise = new("--exercise") { Description = "A drill: everything that follows from it says so." };

    public Symbol[] All =>
    [
        _type, _place, _country, _point, _label, _at, _date, _precision, _ongoing, _over, _source, _sourceKind, _grade, _relayed, _forwarded,
        _text, _killed, _attackersKilled, _wounded, _abducted, _targets, _accessOf, _accessAspect, _accessToward, _tlp, _complex, _separate, _exercise,
    ];

    public bool AnyIn(ParseResult result) => All.OfType<Option>().Any(o => result.GetResult(o) is { Implicit: false });

    public Report ToReport(ParseResult result, Shell shell)
    {
        var report = new Report
        {
            Occurred = Occurred(result, shell),
            Source = Source(result),
            Text = result.GetValue(_text) ?? "",
            SeparateEvent = result.GetValue(_separate),
            Exercise = result.GetValue(_exercise),
        };
        SetType(report, result.GetValue(_type) ?? throw CliException.Usage($"--type is missing. It takes {EnumWord.List<SubEventType>()}, {EnumWord.List<LocalType>()}."));
        report.Sites.Add(new Site { Reference = Reference(result, shell) });
        report.Targets.AddRange((result.GetValue(_targets) ?? []).Select(t => EnumWord.Parse<TargetKind>(t, _targets.Name)));
        report.Access.AddRange(Access(result, shell));
        if (result.GetValue(_complex)) report.ComplexAttack = true;
        if (result.GetValue(_tlp) is { } tlp) report.Tlp = EnumWord.Parse<TlpLabel>(tlp, _tlp.Name);
        if (Casualties(result) is { } casualties) report.Casualties.Add(casualties);
        return report;
    }

    private static void SetType(Report report, string word)
    {
        if (EnumWord.Find<SubEventType>(word) is { } type) report.SubEventType = type;
        else if (EnumWord.Find<LocalType>(word) is { } local) report.LocalType = local;
        else throw CliException.Usage($"--type does not know '{word}'. It takes {EnumWord.List<SubEventType>()}, {EnumWord.List<LocalType>()}.");
    }

    private PlaceReference Reference(ParseResult result, Shell shell)
    {
        var reference = new PlaceReference { Label = result.GetValue(_label) ?? "" };
        if (result.GetValue(_point) is { } point)
        {
            reference.Point = PlaceArgument.Point(point, _point.Name);
            return reference;
        }

        string name = result.GetValue(_place) ?? throw CliException.Usage("Say where: --place NAME or --point LAT,LON.");
        Place place = PlaceArgument.Resolve(shell, name, result.GetValue(_country), scoredOnly: false);
        reference.GeonamesId = place.GeonameId;
        return reference;
    }

    private IEnumerable<AccessEffect> Access(ParseResult result, Shell shell)
    {
        string[] cities = result.GetValue(_accessOf) ?? [];
        string? aspect = result.GetValue(_accessAspect);
        string? toward = result.GetValue(_accessToward);
        if (cities.Length == 0 && (aspect ?? toward) is not null) throw CliException.Usage("--access-aspect and --access-toward belong to --access-of.");
        foreach (string city in cities)
        {
            var effect = new AccessEffect { City = Site(shell, city, result.GetValue(_country), scoredOnly: true) };
            if (aspect is not null) effect.Aspect = EnumWord.Parse<AccessAspect>(aspect, _accessAspect.Name);
            if (toward is not null) effect.Toward = Site(shell, toward, result.GetValue(_country), scoredOnly: false);
            yield return effect;
        }
    }

    private static Site Site(Shell shell, string name, string? country, bool scoredOnly) =>
        new() { Reference = new PlaceReference { GeonamesId = PlaceArgument.Resolve(shell, name, country, scoredOnly).GeonameId } };

    private OccurredTime Occurred(ParseResult result, Shell shell)
    {
        string? date = result.GetValue(_date);
        string? at = result.GetValue(_at);
        if (date is null == at is null) throw CliException.Usage("Say when: --at TIME or --date YYYY-MM-DD, one of them.");
        var occurred = new OccurredTime { Precision = date is null ? TimePrecision.Exact : TimePrecision.Day };
        if (date is not null) occurred.LocalDate = date;
        else occurred.StartTime = ValueText.Instant(at!, _at.Name, shell.Time);
        if (result.GetValue(_precision) is { } precision) occurred.Precision = EnumWord.Parse<TimePrecision>(precision, _precision.Name);
        bool ongoing = result.GetValue(_ongoing);
        bool over = result.GetValue(_over);
        if (ongoing && over) throw CliException.Usage("--ongoing and --over exclude each other.");
        if (ongoing || over) occurred.Ongoing = ongoing;
        return occurred;
    }

    private Source Source(ParseResult result)
    {
        var source = new Source
        {
            Name = result.GetValue(_source) ?? "",
            RelayedFrom = result.GetValue(_relayed) ?? "",
            Forwarded = result.GetValue(_forwarded),
        };
        if (result.GetValue(_sourceKind) is { } kind) source.Kind = EnumWord.Parse<ClaimantKind>(kind, _sourceKind.Name);
        if (result.GetValue(_grade) is { } grade) (source.Reliability, source.Credibility) = ValueText.Grade(grade, _grade.Name);
        return source;
    }

    private CasualtyStatement? Casualties(ParseResult result)
    {
        CasualtyRange? Range(Option<string?> option) => result.GetValue(option) is { } text ? ValueText.Casualties(text, option.Name) : null;
        var statement = new CasualtyStatement
        {
            Killed = Range(_killed),
            AttackersKilled = Range(_attackersKilled),
            Wounded = Range(_wounded),
            Abducted = Range(_abducted),
        };
        return statement.Equals(new CasualtyStatement()) ? null : statement;
    }
}
