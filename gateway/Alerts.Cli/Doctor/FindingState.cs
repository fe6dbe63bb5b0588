namespace Alerts.Cli.Doctor;

// How bad a finding is.
internal enum FindingState
{
    Ok,

    // It works, and will not for ever.
    Warning,

    // It does not work, or is not safe.
    Fault,
}
