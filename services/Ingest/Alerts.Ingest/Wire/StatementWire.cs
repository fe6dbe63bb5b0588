using Alerts.Ingest.Reports;
using Alerts.Terms;

namespace Alerts.Ingest.Wire;

// Sources, statements, figures and actors both ways.
internal static class StatementWire
{
    public static Source Core(V1.Source? wire) => wire is null ? new Source() : new Source
    {
        Name = wire.Name,
        Kind = Codes.Core<ClaimantKind>(wire.Kind),
        Grade = Codes.Grade(wire.Reliability, wire.Credibility),
        RelayedFrom = wire.RelayedFrom,
        Forwarded = wire.Forwarded,
        Url = wire.Url,
        StatementTime = Codes.Core(wire.StatementTime),
    };

    public static V1.Source Wire(Source core) => new()
    {
        Name = core.Name,
        Kind = (V1.ClaimantKind)Codes.Wire(core.Kind),
        Reliability = (V1.SourceReliability)core.Grade.Source,
        Credibility = (V1.InformationCredibility)core.Grade.Information,
        RelayedFrom = core.RelayedFrom,
        Forwarded = core.Forwarded,
        Url = core.Url,
        StatementTime = Codes.Wire(core.StatementTime),
    };

    public static Claimant? Core(V1.Claimant? wire) => wire is null ? null : new Claimant(wire.Name, Codes.Core<ClaimantKind>(wire.Kind));

    public static V1.Claimant? Wire(Claimant? core) => core is null ? null : new V1.Claimant { Name = core.Name, Kind = (V1.ClaimantKind)Codes.Wire(core.Kind) };

    public static Statement Core(V1.Statement wire) => new(
        Core(wire.Claimant),
        Codes.Core<StatementSubject>(wire.Subject),
        Codes.Core<Standing>(wire.Standing),
        wire.Text)
    {
        StatementTime = Codes.Core(wire.StatementTime),
    };

    public static V1.Statement Wire(Statement core) => new()
    {
        Claimant = Wire(core.Claimant),
        Subject = (V1.StatementSubject)Codes.Wire(core.Subject),
        Standing = (V1.Standing)Codes.Wire(core.Standing),
        Text = core.Text,
        StatementTime = Codes.Wire(core.StatementTime),
    };

    public static CasualtyStatement Core(V1.CasualtyStatement wire) => new()
    {
        Claimant = Core(wire.Claimant),
        Killed = Codes.Core(wire.Killed),
        AttackersKilled = Codes.Core(wire.AttackersKilled),
        Wounded = Codes.Core(wire.Wounded),
        Abducted = Codes.Core(wire.Abducted),
        StatementTime = Codes.Core(wire.StatementTime),
    };

    public static V1.CasualtyStatement Wire(CasualtyStatement core) => new()
    {
        Claimant = Wire(core.Claimant),
        Killed = Codes.Wire(core.Killed),
        AttackersKilled = Codes.Wire(core.AttackersKilled),
        Wounded = Codes.Wire(core.Wounded),
        Abducted = Codes.Wire(core.Abducted),
        StatementTime = Codes.Wire(core.StatementTime),
    };

    public static Actor Core(V1.Actor wire) => new(wire.Name, Codes.Core<ActorType>(wire.Type), Codes.Core<ActorRole>(wire.Role));

    public static V1.Actor Wire(Actor core) => new()
    {
        Name = core.Name,
        Type = (V1.ActorType)Codes.Wire(core.Type),
        Role = (V1.ActorRole)Codes.Wire(core.Role),
    };

    public static IReadOnlyList<TargetKind> Core(IEnumerable<V1.TargetKind> wire) => [.. wire.Select(t => (TargetKind)t)];

    public static IEnumerable<V1.TargetKind> Wire(IEnumerable<TargetKind> core) => core.Select(t => (V1.TargetKind)t);

    public static AidWorkerImpact? Core(V1.AidWorkerImpact? wire) => wire is null ? null : new AidWorkerImpact
    {
        Nationals = Core(wire.Nationals),
        Internationals = Core(wire.Internationals),
        MeansOfAttack = wire.MeansOfAttack,
        AttackContext = wire.AttackContext,
        LocationType = wire.LocationType,
        Motive = wire.Motive,
        OrganisationKind = wire.OrganisationKind,
    };

    public static V1.AidWorkerImpact? Wire(AidWorkerImpact? core) => core is null ? null : new V1.AidWorkerImpact
    {
        Nationals = Wire(core.Nationals),
        Internationals = Wire(core.Internationals),
        MeansOfAttack = core.MeansOfAttack,
        AttackContext = core.AttackContext,
        LocationType = core.LocationType,
        Motive = core.Motive,
        OrganisationKind = core.OrganisationKind,
    };

    private static AidWorkerCount? Core(V1.AidWorkerCount? wire) => wire is null ? null : new AidWorkerCount(
        wire.HasKilled ? wire.Killed : null, wire.HasWounded ? wire.Wounded : null, wire.HasKidnapped ? wire.Kidnapped : null);

    private static V1.AidWorkerCount? Wire(AidWorkerCount? core)
    {
        if (core is null)
            return null;
        var wire = new V1.AidWorkerCount();
        if (core.Killed is { } killed)
            wire.Killed = killed;
        if (core.Wounded is { } wounded)
            wire.Wounded = wounded;
        if (core.Kidnapped is { } kidnapped)
            wire.Kidnapped = kidnapped;
        return wire;
    }
}
