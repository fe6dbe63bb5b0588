using System.Diagnostics;
using System.Globalization;

namespace Alerts.Platform.Faults;

/// <summary>
/// A place at which a process can be made to die as by kill -9, to prove that nothing depends on getting beyond it. It does so where the
/// variable <see cref="Failpoints.Variable"/> names it, and otherwise costs a comparison. Thread safe.
/// </summary>
public sealed class Failpoint
{
    // Passes until it dies; 0 and below: never.
    private int _left;

    internal Failpoint(string name, string? setting)
    {
        Name = name;
        string[] parts = setting?.Split(':') ?? [];
        if (parts.Length > 0 && parts[0] == name)
            _left = parts.Length == 1 ? 1 : int.TryParse(parts[1], CultureInfo.InvariantCulture, out int times) ? times : 0;
    }

    /// <summary>Its name in the variable.</summary>
    public string Name { get; }

    /// <summary>The process has got here: it goes on, or ends at once without any clean-up.</summary>
    public void Pass()
    {
        if (_left <= 0 || Interlocked.Decrement(ref _left) != 0)
            return;
        using Process self = Process.GetCurrentProcess();
        self.Kill();
    }
}
