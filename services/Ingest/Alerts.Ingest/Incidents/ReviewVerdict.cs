namespace Alerts.Ingest.Incidents;

// An analyst's judgement of an incident. Numbers equal those of the proto enum of the same name.
internal enum ReviewVerdict
{
    Confirm = 1,
    Dispute = 2,
}
