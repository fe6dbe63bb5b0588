namespace Alerts.Ingest.Incidents;

// How a report stands to an incident.
internal enum Likeness
{
    // Another matter.
    None,

    // Near in place and time, and said to be another event.
    Nearby,

    // May be the same: place or time is too coarse to tell.
    MaybeSame,

    // The same event.
    Same,
}
