namespace Alerts.Ingest.Reports;

// Why an event of a text is no report; the members of the proto.
internal enum LeftOutKind
{
    Past = 1,
    Total = 2,
    Court = 3,
    Drill = 4,
    Hypothetical = 5,
    Denied = 6,
    General = 7,
    Unplaced = 8,
}
