namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum AlertAction
{
    Raise = 1,
    Update = 2,
    Escalate = 3,
    Clear = 4,
    Cancel = 5,
    Expire = 6,
}
