using System.Diagnostics;
using System.Globalization;

namespace Alerts.Load;

/// <summary>User and system time of processes, from proc(5), in seconds.</summary>
internal static class ProcessCpu
{
    // USER_HZ of Linux.
    private const double TicksPerSecond = 100;

    /// <summary>Of one process so far.</summary>
    public static double Seconds(Process process) => Read(process.Id).Seconds;

    /// <summary>Of a process and all that it started and that still live, so far.</summary>
    public static double TreeSeconds(int root)
    {
        var all = Live();
        return all.Where(p => Descends(p.Key)).Sum(p => p.Value.Seconds);

        bool Descends(int id) => id == root || (all.TryGetValue(id, out var entry) && entry.Parent != id && entry.Parent > 1 && Descends(entry.Parent));
    }

    /// <summary>Those that a process started itself and that still live, each with its command line.</summary>
    public static IEnumerable<(int Id, string Command)> Children(int parent) =>
        from entry in Live() where entry.Value.Parent == parent select (entry.Key, Command(entry.Key));

    private static Dictionary<int, (int Parent, double Seconds)> Live()
    {
        var all = new Dictionary<int, (int, double)>();
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id)) continue;
            try
            {
                all[id] = Read(id);
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return all;
    }

    private static (int Parent, double Seconds) Read(int id)
    {
        // The fields are counted after the command in brackets: 4 is the parent, 14 and 15 the times.
        string stat = File.ReadAllText($"/proc/{id}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (int.Parse(fields[1], CultureInfo.InvariantCulture),
            (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    private static string Command(int id) => File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
}
