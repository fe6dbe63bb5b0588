namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum CapCertainty
{
    Unknown = 0,
    Observed = 1,
    Likely = 2,
    Possible = 3,
    Unlikely = 4,
}
