namespace Alerts.Notify.Situations;

// Numbers equal those of the proto enum of the same name.
internal enum CapUrgency
{
    Unknown = 0,
    Immediate = 1,
    Expected = 2,
    Future = 3,
    Past = 4,
}
