using Alerts.Forecast.Ledger;

namespace Alerts.Forecast.Scoring;

// Splits each event term among the incidents by their share of its decayed sum. Incidents of one day and ring count once, so they share it evenly.
internal sealed class IncidentSplit
{
    private readonly List<ForecastTerm> _recent;
    private readonly List<ForecastTerm> _background;
    private readonly List<ForecastTerm> _nonLethal;
    private readonly Moment _now;

    public IncidentSplit(IReadOnlyList<ForecastTerm> terms, Moment now)
    {
        _now = now;
        _recent = [.. terms.Where(t => t.Kind == TermKind.Events && t.HalfLifeDays <= Forecaster.RecentHalfLifeDays)];
        _background = [.. terms.Where(t => t.Kind == TermKind.Events && t.HalfLifeDays > Forecaster.RecentHalfLifeDays)];
        _nonLethal = [.. terms.Where(t => t.Kind == TermKind.NonLethal)];
        RecentTotal = _recent.Sum(t => t.Contribution) + _nonLethal.Sum(t => t.Contribution);
        BackgroundTotal = _background.Sum(t => t.Contribution);
    }

    public double RecentTotal { get; }

    public double BackgroundTotal { get; }

    public double Recent(RingEntry entry) => entry.Ring == Ring.NonLethal
        ? _nonLethal.Sum(term => Part(term, entry, together: 1))
        : _recent.Sum(term => Part(term, entry, entry.Together));

    public double Background(RingEntry entry) => entry.Ring == Ring.NonLethal ? 0 : _background.Sum(term => Part(term, entry, entry.Together));

    private double Part(ForecastTerm term, RingEntry entry, int together)
    {
        double weight = double.Exp2(-_now.AgeOf(entry.Event.LocalDay.DayNumber) / term.HalfLifeDays!.Value);
        return term.State > 0 ? term.Contribution * weight / together / term.State : 0;
    }
}
