using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.Cli.Doctor;

// What the program needs of the machine.
internal sealed partial class MachineExamination : IExamination
{
    // Each stream and each connection takes one; 1,024 is what many systems give.
    private const int FewFiles = 4_096;

    private const string LimitsFile = "/proc/self/limits";

    public string Part => "machine";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>([Zones(), .. Files()]);

    private static Finding Zones() => TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Bamako", out _)
        ? Finding.Ok("Time zones are known.")
        : Finding.Fault("The machine knows no time zones: local times would be wrong.", "Install the package tzdata.");

    private static IEnumerable<Finding> Files()
    {
        if (!File.Exists(LimitsFile) || OpenFiles().Match(File.ReadAllText(LimitsFile)) is not { Success: true } found)
            yield break;
        if (!int.TryParse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out int most) || most >= FewFiles)
            yield return Finding.Ok($"A process may hold {found.Groups[1].Value} files and connections open.");
        else
            yield return Finding.Warning($"A process may hold only {most} files and connections open: with many officers connected it would turn some away.", "Raise it: LimitNOFILE=65536 in the systemd unit, or ulimit -n.");
    }

    [GeneratedRegex(@"^Max open files\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex OpenFiles();
}
