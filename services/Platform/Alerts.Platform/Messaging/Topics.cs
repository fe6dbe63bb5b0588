namespace Alerts.Platform.Messaging;

/// <summary>Names of the event streams between services; one per producing service.</summary>
public static class Topics
{
    /// <summary>ingest → risk.</summary>
    public const string Incidents = "alerts.incidents";

    /// <summary>risk → notify.</summary>
    public const string Situations = "alerts.situations";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Incidents, Situations];
}
