namespace Alerts.Feeds;

/// <summary>The part that an actor played.</summary>
public enum ActorPart
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Did it.</summary>
    Perpetrator,

    /// <summary>It was done to.</summary>
    Target,
}
