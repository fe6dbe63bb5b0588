namespace Alerts.Reading.Dates;

// Parts of a local day. Night begins in the evening of its day and ends on the next.
internal enum PartOfDay
{
    Morning,
    Afternoon,
    Evening,
    Night,
}
