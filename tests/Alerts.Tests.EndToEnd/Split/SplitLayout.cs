namespace Alerts.Tests.EndToEnd.Split;

/// <summary>How many processes of each service run, 1 and upwards, and what they get beside their own settings.</summary>
public sealed record SplitLayout
{
    public int Ingest { get; init; } = 1;

    public int Risk { get; init; } = 1;

    public int Notify { get; init; } = 1;

    /// <summary>Makes the secrets and the schemas, before the programs start; null for new ones.</summary>
    public Func<SplitSystem, Task>? Prepare { get; init; }

    /// <summary>Environment variables of all processes.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
