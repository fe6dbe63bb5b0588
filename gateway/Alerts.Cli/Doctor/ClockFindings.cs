namespace Alerts.Cli.Doctor;

// How far another machine's clock is from ours. Reports are judged by their times: minutes decide between "now" and "later".
internal static class ClockFindings
{
    // The date of an HTTP answer has whole seconds.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(1);

    public static IEnumerable<Finding> Of(DateTimeOffset? theirs, DateTimeOffset ours, string whose)
    {
        if (theirs is not { } other)
            yield break;
        TimeSpan gap = (other - ours).Duration();
        string text = $"The clock of {whose} is {gap.TotalSeconds:0.#} s {(other < ours ? "behind" : "before")} this machine's.";
        const string mend = "Let both machines take their time from the network: timedatectl set-ntp true.";
        if (gap <= Near)
            yield return Finding.Ok($"The clock of {whose} and this machine's agree.");
        else
            yield return gap > Far ? Finding.Fault(text, mend) : Finding.Warning(text, mend);
    }
}
