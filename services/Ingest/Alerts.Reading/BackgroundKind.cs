namespace Alerts.Reading;

/// <summary>Why an event of a text is no news of its own.</summary>
public enum BackgroundKind
{
    /// <summary>It is dated well before the text, or told as something long past.</summary>
    Past,

    /// <summary>A count over a period ("since January", "last year"), not one event.</summary>
    Total,

    /// <summary>It is told because a court, an inquiry or an anniversary deals with it.</summary>
    Court,

    /// <summary>An exercise.</summary>
    Drill,

    /// <summary>A fear, a threat, a plan, a condition or a question.</summary>
    Hypothetical,

    /// <summary>The text says that it did not happen.</summary>
    Denied,

    /// <summary>A figure of speech, sport, fiction or custom ("such attacks are common").</summary>
    General,

    /// <summary>It may be news, but the text names no country or place for it.</summary>
    Unplaced,
}
