using Alerts.Reading.Events;

namespace Alerts.Reading;

/// <summary>An event that a text tells and that raises no alert.</summary>
/// <param name="Evidence">The words that say what happened.</param>
/// <param name="Kind">Why it is no news of its own.</param>
/// <param name="Reason">The same for people, a plain English clause.</param>
/// <param name="Date">The day, when the text gives one; null otherwise.</param>
public sealed record BackgroundEvent(TextSpan Evidence, BackgroundKind Kind, string Reason, DateOnly? Date)
{
    /// <summary>Whether the text only says that there was none of it.</summary>
    internal bool IsOfNone => Reason == NewsJudge.OfNone;
}
