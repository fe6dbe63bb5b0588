namespace Alerts.Cli.Input;

// Where the data folder is when nobody says.
internal static class DataFolderPath
{
    // That of a scenario is its own.
    public static string Default(Shell shell, string? scenario)
    {
        string home = shell.Variable("XDG_DATA_HOME") is { Length: > 0 } data
            ? data
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(home, scenario is null ? "alerts" : $"alerts-{scenario}");
    }
}
