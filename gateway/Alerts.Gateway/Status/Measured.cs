using Alerts.Platform.Health;

namespace Alerts.Gateway.Status;

/// <summary>Progress of every part, by name, and how far the whole path has come.</summary>
internal sealed record Measured(IReadOnlyList<(string Name, Progress Progress)> Parts, DateTimeOffset? CompleteThrough, DateTimeOffset? BlindSince)
{
    public bool Healthy => BlindSince is null && Parts.All(p => p.Progress.Moves);
}
