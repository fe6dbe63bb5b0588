namespace Alerts.Reading.Dates;

// What a sentence says about when. Date is null when it gives no day; Evidence is then that of the part or clock, if any.
internal sealed record TimeMention(DateOnly? Date, PartOfDay? Part, TimeOnly? Clock, bool ClockToTheMinute, TextSpan? Evidence, bool NamesAnotherYear);
