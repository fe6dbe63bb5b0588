using Alerts.Forecast.Bands;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Alerts.Risk.Acute;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>
/// What one scope may see: the shared ledger and threads, or an organisation's own laid over them. Invariant: a shared incident that an
/// organisation has an overlay of counts only in the views of others. Not thread safe: <see cref="ThreatBoard"/> guards it.
/// </summary>
internal sealed class ThreatView
{
    private readonly Dictionary<string, (Situation Situation, IReadOnlyList<CityHit> Hits)> _threads = [];

    // By city: the open threads that touch it, by their incident, as they are read with every judgement of a city.
    private readonly Dictionary<int, SortedList<string, (Situation Situation, CityHit Hit)>> _touching = [];

    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    // Revisions beyond the first, which nearly all history is of; of that one the ledger tells.
    private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);

    public ThreatView(EventLedger shared)
    {
        Scope = Scope.Shared;
        Access = new AccessView(Scope, null);
        Ledger = shared;
        Forecaster = new Forecaster(shared);
        Glances = new CityGlances(shared.Cities.Count);
    }

    public ThreatView(Scope organisation, ThreatView shared)
    {
        Scope = organisation;
        Access = new AccessView(organisation, shared.Access);
        Shared = shared;
        Ledger = new EventLedger(shared.Ledger);
        Forecaster = new Forecaster(Ledger);
        Glances = new CityGlances(Ledger.Cities.Count);
        foreach ((Situation situation, _) in shared._threads.Values.Where(t => IsOverlaid(t.Situation)))
            Ledger.Hide(situation.IncidentId);
    }

    private ThreatView(ThreatView source)
    {
        Scope = source.Scope;
        Access = source.Access.Fork();
        Shared = source.Shared ?? source;
        Ledger = source.Ledger.Fork();
        Signed = source.Signed;
        Forecaster = new Forecaster(Ledger);
        Glances = new CityGlances(Ledger.Cities.Count);
        // The threads of a shared view are seen through it; those of an organisation are its own.
        if (source.Shared is null)
            return;
        foreach ((Situation situation, IReadOnlyList<CityHit> hits) in source._threads.Values)
            Put(situation, hits);
    }

    public Scope Scope { get; }

    public ThreatView? Shared { get; }

    public AccessView Access { get; }

    public EventLedger Ledger { get; }

    public Forecaster Forecaster { get; }

    /// <summary>Bands at a weekly origin by city, each with the state of the ledger that it was replayed on: a cache.</summary>
    public Dictionary<int, (DateTimeOffset Origin, long Changes, SuggestedBand Band)> Bands { get; } = [];

    /// <summary>What lists last read of the cities where nothing but the forecast counts: a cache.</summary>
    public CityGlances Glances { get; }

    /// <summary>What the advisers of the scope have signed.</summary>
    public SignedAreas Signed { get; } = new();

    /// <summary>Those of the threads that this view holds itself which end by themselves.</summary>
    public DueThreads Due { get; } = new();

    /// <summary>The threads that this view holds itself.</summary>
    public IEnumerable<Situation> Own => _threads.Values.Select(t => t.Situation);

    /// <summary>All threads that the scope sees.</summary>
    public IEnumerable<Situation> Visible => Shared is null ? Own : Own.Concat(Shared.Own.Where(s => !IsOverlaid(s)));

    /// <summary>A view that shows the same and can be changed without changing this one: for "what if".</summary>
    public ThreatView Fork() => new(this);

    public Situation? Find(string incidentId) => _threads.TryGetValue(incidentId, out var thread) ? thread.Situation : null;

    public IReadOnlyList<CityHit> HitsOf(string incidentId) => _threads.TryGetValue(incidentId, out var thread) ? thread.Hits : [];

    /// <summary>Whether any open thread may touch a city.</summary>
    public bool IsTouched(int cityId) => (_touching.TryGetValue(cityId, out var threads) && threads.Count > 0) || Shared?.IsTouched(cityId) == true;

    /// <summary>The threads that the scope sees and that touch a city.</summary>
    public IEnumerable<(Situation Situation, CityHit Hit)> Touching(int cityId) =>
        Shared is null ? OwnTouching(cityId) : OwnTouching(cityId).Concat(Shared.OwnTouching(cityId).Where(t => !IsOverlaid(t.Situation)));

    public void Put(Situation situation, IReadOnlyList<CityHit> hits)
    {
        foreach (CityHit gone in HitsOf(situation.IncidentId))
            _touching.GetValueOrDefault(gone.Place.GeonameId)?.Remove(situation.IncidentId);
        Due.Replace(Find(situation.IncidentId), situation);
        _threads[situation.IncidentId] = (situation, hits);
        foreach (CityHit hit in situation.IsOpen ? hits : [])
        {
            if (!_touching.TryGetValue(hit.Place.GeonameId, out var threads))
                _touching[hit.Place.GeonameId] = threads = new(StringComparer.Ordinal);
            threads[situation.IncidentId] = (situation, hit);
        }
    }

    /// <summary>Whether an incident may be named in this view: not when its source forbids passing it on and somebody else imported it.</summary>
    public bool MayName(string incidentId) => _kept.TryGetValue(incidentId, out string? by) ? by == Scope.Value : Shared is null || Shared.MayNameIn(Scope, incidentId);

    public void Contribute(string incidentId, Contribution? contribution)
    {
        if (contribution?.KeptBy is { } by)
            _kept[incidentId] = by;
        else
            _kept.Remove(incidentId);
        if (contribution is { } c)
            Ledger.Put(new LedgerEvent(incidentId, c.Point, c.LocalDay, c.Lethal));
        else
            Ledger.Remove(incidentId);
    }

    public void Restore(string incidentId, long revision, Contribution? contribution)
    {
        if (revision > 1)
            _revisions[incidentId] = revision;
        Contribute(incidentId, contribution);
    }

    /// <summary>The same for history, of which a late delivery may bring an older revision: that changes nothing.</summary>
    public void ContributeHistoric(string incidentId, long revision, Contribution? contribution)
    {
        if (_revisions.TryGetValue(incidentId, out long known) ? revision <= known : revision == 1 && Ledger.Contains(incidentId))
            return;
        Restore(incidentId, revision, contribution);
    }

    private bool MayNameIn(Scope scope, string incidentId) => !_kept.TryGetValue(incidentId, out string? by) || by == scope.Value;

    private IList<(Situation Situation, CityHit Hit)> OwnTouching(int cityId) => _touching.TryGetValue(cityId, out var threads) ? threads.Values : [];

    private bool IsOverlaid(Situation situation) => situation.OverlaidIn.Contains(Scope.Value);
}
