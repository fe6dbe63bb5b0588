namespace Alerts.Ingest.Reports;

// Numbers equal those of the proto enums of the same names; unknown is null.
internal enum ReportState
{
    Accepted = 1,
    Folded = 2,
    Retracted = 3,
    Withheld = 4,
}

internal enum StatementSubject
{
    Event = 1,
    Responsibility = 2,
    Casualties = 3,
    Control = 4,
    Other = 5,
}

internal enum ActorRole
{
    Perpetrator = 1,
    Target = 2,
}

internal enum RetractionScope
{
    Report = 1,
    Origin = 2,
}
