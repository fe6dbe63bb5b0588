namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum SituationState
{
    Active = 1,
    Quiet = 2,
    Cleared = 3,
    Cancelled = 4,
    Expired = 5,
    Superseded = 6,
}
