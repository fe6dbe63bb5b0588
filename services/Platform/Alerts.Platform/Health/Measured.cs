namespace Alerts.Platform.Health;

/// <summary>Progress of every part, by name, and how far the whole path has come.</summary>
/// <param name="Parts">One entry for each service that was asked, sorted by name.</param>
/// <param name="CompleteThrough">Every report accepted before this instant of the domain's time has reached the alert log; null when not known here.</param>
/// <param name="BlindSince">Since when silence proves nothing, in the domain's time; null while the path moves, or where it is not known.</param>
public sealed record Measured(IReadOnlyList<(string Name, Progress Progress)> Parts, DateTimeOffset? CompleteThrough, DateTimeOffset? BlindSince)
{
    /// <summary>Whether every part moves and nobody is blind.</summary>
    public bool Healthy => BlindSince is null && Parts.All(p => p.Progress.Moves);
}
