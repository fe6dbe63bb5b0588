namespace Alerts.Load;

/// <summary>One measured number.</summary>
/// <param name="What">The load that was run.</param>
/// <param name="Name">What of it was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Aim">What it should be; empty: no aim.</param>
internal sealed record Figure(string What, string Name, double Value, string Unit, string Aim = "");
