using Alerts.Ingest.Reports;
using Alerts.Terms;
using Report = Alerts.Ingest.Reports.Report;

namespace Alerts.Ingest.Wire;

// Reports both ways: as callers send them, as the store keeps them, as callers read them.
internal static class ReportWire
{
    public static ReportDraft Draft(V1.Report? wire) => wire is null ? new ReportDraft() : new ReportDraft
    {
        Type = TypeOf(wire),
        Sites = [.. wire.Sites.Select(s => new SiteDraft(PlaceWire.Core(s.Reference), StatementWire.Core(s.Targets)))],
        Occurred = PlaceWire.Draft(wire.Occurred),
        Source = StatementWire.Core(wire.Source),
        Text = wire.Text,
        Casualties = [.. wire.Casualties.Select(StatementWire.Core)],
        Statements = [.. wire.Statements.Select(StatementWire.Core)],
        Actors = [.. wire.Actors.Select(StatementWire.Core)],
        Targets = StatementWire.Core(wire.Targets),
        AidWorkers = StatementWire.Core(wire.AidWorkers),
        ComplexAttack = wire.HasComplexAttack ? wire.ComplexAttack : null,
        SeparateEvent = wire.SeparateEvent,
        Tlp = Codes.Core<TlpLabel>(wire.Tlp),
        Recipients = [.. wire.Recipients],
        Access = [.. wire.Access.Select(AccessWire.Draft)],
        Exercise = wire.Exercise,
        OutputOnly = [.. OutputOnly(wire)],
    };

    // A stored report. Sequence, submission and origin stand beside the bytes.
    public static Report Core(V1.Report wire, long sequence, long submission, string origin) => new()
    {
        Name = wire.Name,
        Sequence = sequence,
        Submission = submission,
        Organisation = new Scope(wire.Organisation),
        AcceptTime = Codes.Core(wire.AcceptTime) ?? default,
        Type = TypeOf(wire),
        Sites = [.. wire.Sites.Select(Core)],
        Occurred = PlaceWire.Core(wire.Occurred),
        Source = StatementWire.Core(wire.Source),
        Text = wire.Text,
        Casualties = [.. wire.Casualties.Select(StatementWire.Core)],
        Statements = [.. wire.Statements.Select(StatementWire.Core)],
        Actors = [.. wire.Actors.Select(StatementWire.Core)],
        Targets = StatementWire.Core(wire.Targets),
        AidWorkers = StatementWire.Core(wire.AidWorkers),
        ComplexAttack = wire.HasComplexAttack ? wire.ComplexAttack : null,
        SeparateEvent = wire.SeparateEvent,
        Tlp = Codes.Core<TlpLabel>(wire.Tlp) ?? TlpLabel.AmberStrict,
        Recipients = [.. wire.Recipients],
        Access = [.. wire.Access.Select(AccessWire.Core)],
        Exercise = wire.Exercise,
        Evidence = [.. wire.Evidence.Select(e => new Evidence(e.Field, e.Start, e.Length) { Confidence = e.Confidence, Reason = e.Reason })],
        SourceText = wire.SourceText,
        TextStart = wire.TextStart,
        ReviewedIncident = wire.ReviewedIncident,
        Origin = origin,
    };

    public static V1.Report Wire(Report core)
    {
        var wire = new V1.Report
        {
            Name = core.Name,
            Occurred = PlaceWire.Wire(core.Occurred),
            Source = StatementWire.Wire(core.Source),
            Text = core.Text,
            AidWorkers = StatementWire.Wire(core.AidWorkers),
            SeparateEvent = core.SeparateEvent,
            Tlp = (V1.TlpLabel)core.Tlp,
            Exercise = core.Exercise,
            Organisation = core.Organisation.Value ?? "",
            AcceptTime = core.AcceptTime == default ? null : Codes.Wire(core.AcceptTime),
            Origin = core.Origin,
            SourceText = core.SourceText,
            TextStart = core.TextStart,
            ReviewedIncident = core.ReviewedIncident,
        };
        if (core.Type.Sub is { } sub)
            wire.SubEventType = (V1.SubEventType)sub;
        else if (core.Type.Local is { } local)
            wire.LocalType = (V1.LocalType)local;
        if (core.ComplexAttack is { } complex)
            wire.ComplexAttack = complex;
        wire.Sites.AddRange(core.Sites.Select(Wire));
        wire.Casualties.AddRange(core.Casualties.Select(StatementWire.Wire));
        wire.Statements.AddRange(core.Statements.Select(StatementWire.Wire));
        wire.Actors.AddRange(core.Actors.Select(StatementWire.Wire));
        wire.Targets.AddRange(StatementWire.Wire(core.Targets));
        wire.Recipients.AddRange(core.Recipients);
        wire.Access.AddRange(core.Access.Select(AccessWire.Wire));
        wire.Evidence.AddRange(core.Evidence.Select(e => new V1.Evidence { Field = e.Field, Start = e.Start, Length = e.Length, Confidence = e.Confidence, Reason = e.Reason }));
        return wire;
    }

    public static Site Core(V1.Site wire) => new(PlaceWire.Core(wire.Reference)!, PlaceWire.Core(wire.Place), StatementWire.Core(wire.Targets));

    public static V1.Site Wire(Site core)
    {
        var wire = new V1.Site { Reference = PlaceWire.Wire(core.Reference), Place = PlaceWire.Wire(core.Place) };
        wire.Targets.AddRange(StatementWire.Wire(core.Targets));
        return wire;
    }

    private static EventKind TypeOf(V1.Report wire) => new(
        wire.HasSubEventType ? Codes.Core<SubEventType>(wire.SubEventType) : null,
        wire.HasLocalType ? Codes.Core<LocalType>(wire.LocalType) : null);

    private static IEnumerable<string> OutputOnly(V1.Report wire)
    {
        if (wire.Name.Length > 0)
            yield return "name";
        if (wire.Evidence.Count > 0)
            yield return "evidence";
        if (wire.SourceText.Length > 0)
            yield return "source_text";
        if (wire.TextStart != 0)
            yield return "text_start";
        if (wire.Organisation.Length > 0)
            yield return "organisation";
        if (wire.AcceptTime is not null)
            yield return "accept_time";
        if (wire.State != 0)
            yield return "state";
        if (wire.Incident.Length > 0)
            yield return "incident";
        if (wire.Origin.Length > 0)
            yield return "origin";
        if (wire.RetractionReason.Length > 0)
            yield return "retraction_reason";
        if (wire.ReviewedIncident.Length > 0)
            yield return "reviewed_incident";
        for (int i = 0; i < wire.Sites.Count; i++)
        {
            if (wire.Sites[i].Place is not null)
                yield return $"sites[{i}].place";
        }

        for (int i = 0; i < wire.Access.Count; i++)
        {
            foreach (string field in AccessWire.OutputOnly(wire.Access[i]))
                yield return $"access[{i}].{field}";
        }

        for (int i = 0; i < wire.Casualties.Count; i++)
        {
            if (wire.Casualties[i].StatementTime is not null)
                yield return $"casualties[{i}].statement_time";
        }

        for (int i = 0; i < wire.Statements.Count; i++)
        {
            if (wire.Statements[i].StatementTime is not null)
                yield return $"statements[{i}].statement_time";
        }
    }
}
