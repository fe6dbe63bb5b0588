using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>When an event happened: half-open from start to end, in local time of the place.</summary>
/// <param name="Start">Earliest instant, with the place's offset from UTC.</param>
/// <param name="End">First instant after it; later than the start.</param>
/// <param name="Precision">How exactly the text says it.</param>
/// <param name="LocalDate">The calendar day on the spot; for a night, the day it begins on.</param>
/// <param name="Evidence">The words that say when; null when it was assumed from the dateline or from the time received.</param>
public sealed record ReadTime(DateTimeOffset Start, DateTimeOffset End, TimePrecision Precision, DateOnly LocalDate, TextSpan? Evidence)
{
    /// <summary>How far local time at the place is ahead of UTC.</summary>
    public TimeSpan UtcOffset => Start.Offset;
}
