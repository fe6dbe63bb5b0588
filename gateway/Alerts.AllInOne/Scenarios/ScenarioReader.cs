using System.Collections.Immutable;
using Alerts.V1;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Alerts.AllInOne.Scenarios;

// One file in, one checked scenario out. What the README of this folder promises about a scenario is enforced here and in StepReader.
internal static class ScenarioReader
{
    private const int MaxNameLength = 40;
    private static readonly string[] Required = ["name", "title", "summary", "time_zone", "start", "end", "coverage", "history", "steps"];
    private static readonly string[] Optional = ["sources", "history_defaults"];
    private static readonly string[] SourceFields = ["title", "publisher", "date"];

    public static Scenario Read(string file, TextReader text)
    {
        YamlField root = Parse(file, text);
        IReadOnlyDictionary<string, YamlField> fields = root.Members(Required, Optional);

        string name = fields["name"].Text(MaxNameLength);
        if (name + ".yaml" != file) throw fields["name"].Wrong("must be the name of the file without .yaml");
        DateTimeOffset start = fields["start"].Instant();
        DateTimeOffset end = fields["end"].Instant();
        if (end <= start) throw fields["end"].Wrong("must be after the start");

        return new Scenario(
            name,
            fields["title"].Text(),
            fields["summary"].Text(),
            fields["time_zone"].Text(),
            start,
            end,
            Coverage(fields["coverage"], start),
            fields.TryGetValue("sources", out YamlField sources) ? [.. sources.Items().Select(Source)] : [],
            History(fields, start),
            new StepReader(name, start, end).Read(fields["steps"]));
    }

    private static YamlField Parse(string file, TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException error)
        {
            throw new ScenarioException(file, error.Start.Line, "file", error.Message, error);
        }

        if (yaml.Documents is not [YamlDocument document]) throw new ScenarioException(file, 1, "file", "must hold exactly one document");
        return new YamlField(file, "", document.RootNode);
    }

    private static ScenarioSource Source(YamlField field)
    {
        IReadOnlyDictionary<string, YamlField> fields = field.Members(SourceFields, []);
        return new ScenarioSource(fields["title"].Text(), fields["publisher"].Text(), fields["date"].Day());
    }

    private static ImmutableArray<CountryCoverage> Coverage(YamlField field, DateTimeOffset start)
    {
        var coverage = ImmutableArray.CreateBuilder<CountryCoverage>();
        foreach (YamlField item in field.Items())
        {
            IReadOnlyDictionary<string, YamlField> fields = item.Members(["country_code", "from", "through"], []);
            if (fields["through"].Day() < fields["from"].Day()) throw fields["through"].Wrong("must not be before \"from\"");
            if (fields["through"].Day() >= Day(start)) throw fields["through"].Wrong("must be before the day of the start");
            coverage.Add(ProtoYaml.Read<CountryCoverage>(item));
        }

        return coverage.Count > 0 ? coverage.ToImmutable() : throw field.Wrong("must name at least one country");
    }

    private static ImmutableArray<HistoricEvent> History(IReadOnlyDictionary<string, YamlField> fields, DateTimeOffset start)
    {
        HistoricEvent defaults = fields.TryGetValue("history_defaults", out YamlField common)
            ? ProtoYaml.Read<HistoricEvent>(common)
            : new HistoricEvent();
        var ids = new HashSet<string>();
        var history = ImmutableArray.CreateBuilder<HistoricEvent>();
        foreach (YamlField item in fields["history"].Items())
        {
            HistoricEvent row = defaults.Clone();
            row.MergeFrom(ProtoYaml.Read<HistoricEvent>(item));
            Dictionary<string, YamlField> members = item.Members().ToDictionary(m => m.Name, m => m.Field);
            if (row.Source.Length == 0) throw item.Wrong("\"source\" is missing: history needs a publication, or the words that it is invented");
            if (row.RecordId.Length == 0) throw item.Wrong("\"record_id\" is missing");
            if (!members.TryGetValue("local_date", out YamlField date)) throw item.Wrong("\"local_date\" is missing");
            if (!ids.Add(row.RecordId)) throw members["record_id"].Wrong($"\"{row.RecordId}\" is used twice");
            if (date.Day() >= Day(start)) throw date.Wrong("must be before the day of the start");
            if (history.Count > 0 && string.CompareOrdinal(row.LocalDate, history[^1].LocalDate) < 0) throw date.Wrong("must not be before the row above");
            history.Add(row);
        }

        return history.ToImmutable();
    }

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
