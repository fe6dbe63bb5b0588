namespace Alerts.Reading;

/// <summary>How a text ties an actor to an event. A reader never makes it stronger than the text does.</summary>
public enum Attribution
{
    /// <summary>The text says so without a mark of doubt.</summary>
    Stated,

    /// <summary>The actor says so itself.</summary>
    Claimed,

    /// <summary>Somebody suspects or presumes it.</summary>
    Suspected,

    /// <summary>Somebody accuses or blames the actor.</summary>
    Accused,

    /// <summary>The actor denies it.</summary>
    Denied,

    /// <summary>The text does not say who did it, or only that rebels did; the actor is the only rebel group that it names.</summary>
    Assumed,
}
