using System.Collections.Immutable;
using Alerts.V1;
using Google.Protobuf.Reflection;

namespace Alerts.AllInOne.Scenarios;

// Steps in the order of the file: times never run backwards, and a step may refer only to reports above it.
internal sealed class StepReader(string scenario, DateTimeOffset start, DateTimeOffset end)
{
    private const int MaxReasonLength = 500; // what RetractReportRequest.reason and ClearSituationRequest.rationale take
    private const int MaxIdLength = 40;
    private static readonly string[] Kinds = ["report", "retract", "clear"];

    private readonly HashSet<string> _ids = [];
    private DateTimeOffset _last = start;

    public ImmutableArray<ScenarioStep> Read(YamlField steps)
    {
        var read = ImmutableArray.CreateBuilder<ScenarioStep>();
        foreach (YamlField step in steps.Items()) read.Add(Step(step, read.Count + 1));
        return read.Count > 0 ? read.ToImmutable() : throw steps.Wrong("must hold at least one step");
    }

    private ScenarioStep Step(YamlField step, int number)
    {
        IReadOnlyDictionary<string, YamlField> fields = step.Members(["at", "note"], ["id", .. Kinds]);
        DateTimeOffset at = fields["at"].Instant();
        if (at < _last) throw fields["at"].Wrong("must not be before the start or the step above");
        if (at >= end) throw fields["at"].Wrong("must be before the end");
        _last = at;

        string note = fields["note"].Text();
        string requestId = $"scenario:{scenario}:{number:00}";
        string[] kinds = [.. Kinds.Where(fields.ContainsKey)];
        if (kinds.Length != 1) throw step.Wrong("must hold exactly one of report, retract, clear");
        if (fields.ContainsKey("id") != (kinds[0] == "report")) throw step.Wrong("a report needs an \"id\", and nothing else has one");
        return kinds[0] switch
        {
            "report" => new ReportStep(at, note, requestId, NewId(fields["id"]), Exercise(fields["report"])),
            "retract" => Retract(at, note, requestId, fields["retract"].Members(["report", "scope", "reason"], [])),
            _ => Clear(at, note, requestId, fields["clear"].Members(["incident_of", "rationale"], [])),
        };
    }

    private string NewId(YamlField field)
    {
        string id = field.Text(MaxIdLength);
        return _ids.Add(id) ? id : throw field.Wrong($"\"{id}\" is used twice");
    }

    private string Reference(YamlField field)
    {
        string id = field.Text();
        return _ids.Contains(id) ? id : throw field.Wrong($"no report \"{id}\" above this step");
    }

    // A scenario must never pass for news, so its reports are exercises whatever the author wrote or forgot.
    private static Report Exercise(YamlField field)
    {
        Report report = ProtoYaml.Read<Report>(field);
        YamlField exercise = field.Members().FirstOrDefault(m => m.Name == "exercise").Field;
        if (exercise.Node is not null && !report.Exercise) throw exercise.Wrong("reports of a scenario are exercises: leave it out");
        report.Exercise = true;
        return report;
    }

    private RetractStep Retract(DateTimeOffset at, string note, string requestId, IReadOnlyDictionary<string, YamlField> fields)
    {
        EnumDescriptor codes = IngestServiceReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(RetractionScope));
        var scope = (RetractionScope)ProtoYaml.Code(fields["scope"], codes).Number;
        if (scope == RetractionScope.Unspecified) throw fields["scope"].Wrong("must say how much is withdrawn");
        return new RetractStep(at, note, requestId, Reference(fields["report"]), scope, fields["reason"].Text(MaxReasonLength));
    }

    private ClearStep Clear(DateTimeOffset at, string note, string requestId, IReadOnlyDictionary<string, YamlField> fields) =>
        new(at, note, requestId, Reference(fields["incident_of"]), fields["rationale"].Text(MaxReasonLength));
}
