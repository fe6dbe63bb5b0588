using System.Text;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Turns what a caller sent into a report that can be stored, or tells everything that is wrong with it. Thread safe.
internal sealed class ReportValidator(PlaceResolver resolver)
{
    private readonly PlaceValidator _places = new(resolver);

    // Path is that of the report in the request, such as "report". In a scenario everything is an exercise.
    public Report Validate(ReportDraft draft, string path, DateTimeOffset now, bool inScenario)
    {
        var wrong = new Violations();
        Report? report = Check(draft, path, now, inScenario, wrong);
        wrong.ThrowIfAny();
        return report!;
    }

    private Report? Check(ReportDraft draft, string path, DateTimeOffset now, bool inScenario, Violations wrong)
    {
        foreach (string field in draft.OutputOnly)
            wrong.Add($"{path}.{field}", "is set by the server only; leave it out.");
        CheckType(draft.Type, path, wrong);
        IReadOnlyList<Site> sites = _places.Check(draft.Sites, $"{path}.sites", wrong);
        OccurredTime? occurred = TimeValidator.Check(draft.Occurred, $"{path}.occurred", now, wrong);
        CheckSource(draft.Source, $"{path}.source", now, wrong);
        if (Encoding.UTF8.GetByteCount(draft.Text) > ReportLimits.TextBytes)
            wrong.Add($"{path}.text", $"must be at most {ReportLimits.TextBytes} bytes of UTF-8; send a long text to SubmitText.");
        ListValidator.Casualties(draft.Casualties, $"{path}.casualties", wrong);
        ListValidator.Statements(draft.Statements, $"{path}.statements", wrong);
        ListValidator.Actors(draft.Actors, $"{path}.actors", wrong);
        ListValidator.Targets(draft.Targets, $"{path}.targets", wrong);
        ListValidator.AidWorkers(draft.AidWorkers, $"{path}.aid_workers", wrong);
        IReadOnlyList<AccessEffect> access = _places.Check(draft.Access, $"{path}.access", wrong);
        CheckSharing(draft.Tlp, draft.Recipients, path, wrong);
        if (wrong.Any)
            return null;
        return new Report
        {
            Type = draft.Type,
            Sites = sites,
            Occurred = occurred!,
            Source = draft.Source ?? new Source(),
            Text = draft.Text,
            Casualties = draft.Casualties,
            Statements = draft.Statements,
            Actors = draft.Actors,
            Targets = draft.Targets,
            AidWorkers = draft.AidWorkers,
            ComplexAttack = draft.ComplexAttack,
            SeparateEvent = draft.SeparateEvent,
            Tlp = draft.Tlp ?? TlpLabel.AmberStrict,
            Recipients = draft.Recipients,
            Access = access,
            Exercise = draft.Exercise || inScenario,
            Evidence = draft.Evidence,
            TextStart = draft.TextStart,
        };
    }

    public static void CheckSource(Source? source, string path, DateTimeOffset now, Violations wrong)
    {
        if (source is null)
            return;
        wrong.Name($"{path}.name", source.Name);
        wrong.Known($"{path}.kind", source.Kind);
        wrong.Known<SourceReliability>($"{path}.reliability", source.Grade.Source);
        wrong.Known<InformationCredibility>($"{path}.credibility", source.Grade.Information);
        wrong.Name($"{path}.relayed_from", source.RelayedFrom);
        wrong.Name($"{path}.url", source.Url, ReportLimits.UrlLength);
        TimeValidator.Instant(source.StatementTime, $"{path}.statement_time", now, wrong);
    }

    private static void CheckType(EventKind type, string path, Violations wrong)
    {
        if (type is { Sub: null, Local: null })
            wrong.Add($"{path}.sub_event_type", "is required: set sub_event_type or local_type.");
        wrong.Known($"{path}.sub_event_type", type.Sub);
        wrong.Known($"{path}.local_type", type.Local);
    }

    // Partners of AMBER are refused rather than kept without effect: whoever names them would believe that they were told.
    public static void CheckSharing(TlpLabel? tlp, IReadOnlyList<string> recipients, string path, Violations wrong)
    {
        string label = path.Length > 0 ? $"{path}.tlp" : "tlp";
        string field = path.Length > 0 ? $"{path}.recipients" : "recipients";
        wrong.Known(label, tlp);
        wrong.Count(field, recipients.Count, ReportLimits.Recipients);
        if (tlp == TlpLabel.Red && recipients.Count == 0)
            wrong.Add(field, "is required for RED: name at least one recipient.");
        if (recipients.Count > 0 && tlp == TlpLabel.Amber)
            wrong.Add(field, "must be empty: this server passes nothing on to partners. AMBER stays in the own organisation; GREEN is for all on this server.");
        if (recipients.Count > 0 && tlp is not (TlpLabel.Red or TlpLabel.Amber))
            wrong.Add(field, "belongs to RED only; leave it empty.");
        for (int i = 0; i < Math.Min(recipients.Count, ReportLimits.Recipients); i++)
        {
            wrong.Name($"{field}[{i}]", recipients[i]);
            if (string.IsNullOrWhiteSpace(recipients[i]))
                wrong.Add($"{field}[{i}]", "must not be empty.");
        }
    }
}
