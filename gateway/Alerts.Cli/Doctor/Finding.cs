namespace Alerts.Cli.Doctor;

// One thing that was looked at. Mend says what to do; empty when nothing is wrong.
internal sealed record Finding(FindingState State, string Text, string Mend = "")
{
    public static Finding Ok(string text) => new(FindingState.Ok, text);

    public static Finding Warning(string text, string mend) => new(FindingState.Warning, text, mend);

    public static Finding Fault(string text, string mend) => new(FindingState.Fault, text, mend);
}
