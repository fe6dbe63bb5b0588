using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Terms;
using Incident = Alerts.Ingest.Incidents.Incident;

namespace Alerts.Ingest.Wire;

// Incidents both ways.
internal static class IncidentWire
{
    public static V1.Incident Wire(Incident core)
    {
        var wire = new V1.Incident
        {
            Name = core.Name,
            Scope = core.Scope.Value,
            Revision = core.Revision,
            MergedInto = core.MergedInto,
            Overlays = core.Overlays.Count > 0 ? core.Overlays[0] : "",
            SubEventType = (V1.SubEventType)Codes.Wire(core.Type.Sub),
            LocalType = (V1.LocalType)Codes.Wire(core.Type.Local),
            Family = (V1.TypeFamily)core.Type.Family,
            Category = (V1.ThreatCategory)core.Type.Category,
            Occurred = PlaceWire.Wire(core.Occurred),
            Verification = (V1.Verification)core.Verification,
            CasualtyEstimate = core.CasualtyEstimate is null ? null : StatementWire.Wire(core.CasualtyEstimate),
            AidWorkers = StatementWire.Wire(core.AidWorkers),
            ComplexAttack = core.ComplexAttack,
            Exercise = core.Exercise,
            Historic = core.Historic,
            SourceRecord = core.SourceRecord,
            NoRedistribution = core.NoRedistribution,
            CreateTime = Codes.Wire(core.CreateTime),
            UpdateTime = Codes.Wire(core.UpdateTime),
            Title = core.Title,
        };
        wire.Sites.AddRange(core.Sites.Select(Wire));
        wire.Reports.AddRange(core.Reports.Select(Wire));
        wire.Casualties.AddRange(core.Casualties.Select(StatementWire.Wire));
        wire.Statements.AddRange(core.Statements.Select(StatementWire.Wire));
        wire.Actors.AddRange(core.Actors.Select(StatementWire.Wire));
        wire.Targets.AddRange(StatementWire.Wire(core.Targets));
        wire.Access.AddRange(core.Access.Select(AccessWire.Wire));
        wire.Links.AddRange(core.Links.Select(l => new V1.IncidentLink { Incident = l.Incident, Kind = (V1.IncidentLinkKind)l.Kind }));
        return wire;
    }

    // A stored incident. Its label and all that it overlays stand beside the bytes.
    public static Incident Core(V1.Incident wire, TlpLabel tlp, IReadOnlyList<string> overlays) => new()
    {
        Name = wire.Name,
        Scope = new Scope(wire.Scope),
        Revision = wire.Revision,
        MergedInto = wire.MergedInto,
        Overlays = overlays,
        Type = new EventKind(Codes.Core<SubEventType>(wire.SubEventType), Codes.Core<LocalType>(wire.LocalType)),
        Sites = [.. wire.Sites.Select(Core)],
        Occurred = PlaceWire.Core(wire.Occurred),
        Verification = Codes.Core<Verification>(wire.Verification) ?? Verification.Unverified,
        Reports = [.. wire.Reports.Select(Core)],
        Casualties = [.. wire.Casualties.Select(StatementWire.Core)],
        CasualtyEstimate = wire.CasualtyEstimate is null ? null : StatementWire.Core(wire.CasualtyEstimate),
        Statements = [.. wire.Statements.Select(StatementWire.Core)],
        Actors = [.. wire.Actors.Select(StatementWire.Core)],
        Targets = StatementWire.Core(wire.Targets),
        AidWorkers = StatementWire.Core(wire.AidWorkers),
        ComplexAttack = wire.ComplexAttack,
        Links = [.. wire.Links.Select(l => new IncidentLink(l.Incident, (IncidentLinkKind)l.Kind))],
        Access = [.. wire.Access.Select(AccessWire.Core)],
        Exercise = wire.Exercise,
        Historic = wire.Historic,
        SourceRecord = wire.SourceRecord,
        NoRedistribution = wire.NoRedistribution,
        CreateTime = Codes.Core(wire.CreateTime) ?? default,
        UpdateTime = Codes.Core(wire.UpdateTime) ?? default,
        Title = wire.Title,
        Tlp = tlp,
    };

    private static V1.IncidentSite Wire(IncidentSite core)
    {
        var wire = new V1.IncidentSite { Place = PlaceWire.Wire(core.Place), Verification = (V1.Verification)core.Verification };
        wire.Targets.AddRange(StatementWire.Wire(core.Targets));
        wire.Origins.AddRange(core.Origins);
        return wire;
    }

    private static IncidentSite Core(V1.IncidentSite wire) => new(
        PlaceWire.Core(wire.Place),
        StatementWire.Core(wire.Targets),
        [.. wire.Origins],
        Codes.Core<Verification>(wire.Verification) ?? Verification.Unverified);

    private static V1.IncidentReport Wire(IncidentReport core)
    {
        var wire = new V1.IncidentReport
        {
            Report = core.Report,
            Origin = core.Origin,
            Source = core.Source,
            Kind = (V1.ClaimantKind)Codes.Wire(core.Kind),
            Reliability = (V1.SourceReliability)core.Grade.Source,
            Credibility = (V1.InformationCredibility)core.Grade.Information,
            Standing = (V1.Standing)core.Standing,
            AcceptTime = Codes.Wire(core.AcceptTime),
            StatementTime = Codes.Wire(core.StatementTime),
        };
        wire.SiteIndexes.AddRange(core.SiteIndexes);
        return wire;
    }

    private static IncidentReport Core(V1.IncidentReport wire) => new(
        wire.Report,
        wire.Origin,
        wire.Source,
        Codes.Core<ClaimantKind>(wire.Kind),
        Codes.Grade(wire.Reliability, wire.Credibility),
        Codes.Core<Standing>(wire.Standing) ?? Standing.Reported,
        [.. wire.SiteIndexes],
        Codes.Core(wire.AcceptTime) ?? default,
        Codes.Core(wire.StatementTime) ?? default);
}
