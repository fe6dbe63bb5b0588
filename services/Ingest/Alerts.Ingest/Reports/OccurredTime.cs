using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// When something happened. Start is set for EXACT, HOUR and PART_OF_DAY, the local date for DAY, WEEK and MONTH.
internal sealed record OccurredTime
{
    public DateTimeOffset? Start { get; init; }

    public DateOnly? LocalDate { get; init; }

    public required TimePrecision Precision { get; init; }

    public DateTimeOffset? LastAct { get; init; }

    public bool? Ongoing { get; init; }
}
