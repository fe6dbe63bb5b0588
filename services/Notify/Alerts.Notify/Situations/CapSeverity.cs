namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum CapSeverity
{
    Unknown = 0,
    Extreme = 1,
    Severe = 2,
    Moderate = 3,
    Minor = 4,
}
