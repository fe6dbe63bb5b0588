namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>One promise that was not kept.</summary>
/// <param name="Guarantee">Which.</param>
/// <param name="What">In plain words.</param>
internal sealed record Violation(Guarantee Guarantee, string What)
{
    public override string ToString() => $"{Guarantee}: {What}";
}
