namespace Alerts.Ingest.Reports;

// What the Aid Worker Security Database records. A null count was not said.
internal sealed record AidWorkerImpact
{
    public AidWorkerCount? Nationals { get; init; }

    public AidWorkerCount? Internationals { get; init; }

    public string MeansOfAttack { get; init; } = "";

    public string AttackContext { get; init; } = "";

    public string LocationType { get; init; } = "";

    public string Motive { get; init; } = "";

    public string OrganisationKind { get; init; } = "";
}

internal sealed record AidWorkerCount(int? Killed, int? Wounded, int? Kidnapped);
