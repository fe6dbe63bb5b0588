using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>A time that a text names: first word, the word behind, the days it may be (both included), how exactly, part of the day, clock.</summary>
/// <remarks>Without days it gives only a part of the day or a clock. Old: "since 2012", "last year" — a time that no news is about.</remarks>
internal sealed record TimeMention(int First, int End)
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public TimePrecision Precision { get; init; } = TimePrecision.Day;

    public PartOfDay? Part { get; init; }

    public TimeOnly? Clock { get; init; }

    public bool ClockToTheMinute { get; init; }

    /// <summary>Whether the words tell when something else was than what happened: when somebody said it ("said on Tuesday"), or a noun's own day ("after Tuesday's talks").</summary>
    public bool IsOfOther { get; init; }

    /// <summary>Whether it is of another because somebody said something then: what that tells was not later.</summary>
    public bool IsSaid { get; init; }

    /// <summary>Whether it is counted from a day that the text told before ("that night", "the day before").</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether it begins a period that goes on ("since March").</summary>
    public bool IsSince { get; init; }

    public static TimeMention Day(int first, int end, DateOnly day) => new(first, end) { From = day, To = day };

    /// <summary>Whether both may be the same day.</summary>
    public bool MayBe(TimeMention other) => From is null || other.From is null || (From <= other.To && other.From <= To);
}
