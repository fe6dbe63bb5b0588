namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum CapMessageType
{
    Alert = 1,
    Update = 2,
    Cancel = 3,
}
