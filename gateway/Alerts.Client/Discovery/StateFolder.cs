namespace Alerts.Client.Discovery;

/// <summary>The folder of this user in which clients keep what must survive them: addresses and cursors.</summary>
public static class StateFolder
{
    /// <summary><c>$XDG_STATE_HOME/alerts</c>; without an absolute path in that variable <c>~/.local/state/alerts</c>, as the XDG Base Directory Specification wants.</summary>
    public static string Default => Of(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify));

    internal static string Of(string? stateHome, string home) =>
        Path.Combine(Path.IsPathRooted(stateHome) ? stateHome : Path.Combine(home, ".local", "state"), "alerts");
}
