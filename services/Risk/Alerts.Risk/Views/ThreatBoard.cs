using Alerts.Forecast.Bands;
using Alerts.Forecast.Ledger;
using Alerts.Forecast.Scoring;
using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Risk.Acute;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Terms;

namespace Alerts.Risk.Views;

/// <summary>
/// Everything risk knows, in memory: views, threads, coverage. It is a fold over what was recorded and can be made anew from the store at
/// any time; it decides, others store and tell. Thread safe: one lock.
/// </summary>
public sealed partial class ThreatBoard
{
    // An alert names the cities that matter; in densely settled land hundreds lie within 50 km. Watches match by the site, not by this list.
    private const int NamedCities = 12;

    private readonly Lock _gate = new();
    private readonly PlaceIndex _places;
    private readonly AccessReader _access;
    private readonly CityReach _reach;
    private readonly CityScorer _scorer;
    private readonly ForecastParameters _parameters;
    private readonly ScoredCity[] _cities;
    private readonly bool _learnsApart;
    private readonly Dictionary<string, CountryCover> _cover = [];
    private readonly Dictionary<Scope, ThreatView> _views = [];

    /// <summary>An empty board: no city has a level.</summary>
    /// <param name="places">The gazetteer.</param>
    /// <param name="parameters">Parameters of the forecast.</param>
    /// <param name="learnsApart">Whether what past forecasts have taught is folded by <see cref="Learn"/> alone. Default: by the question that first needs it.</param>
    public ThreatBoard(PlaceIndex places, ForecastParameters parameters, bool learnsApart = false)
    {
        _learnsApart = learnsApart;
        _parameters = parameters;
        _places = places;
        _access = new AccessReader(places);
        _reach = new CityReach(places);
        _scorer = new CityScorer(places);
        _cities = [.. places.Scored.Select(p => new ScoredCity(p.GeonameId, p.CountryCode, p.Point, p.Population))];
        for (int i = 0; i < _cities.Length; i++)
            _firstOf.TryAdd(_cities[i].CountryCode, i);
        _zones = new Lazy<ZoneOffsets[]>(() => ZonesOf(places));
        Clear();
    }

    /// <summary>Grows whenever the board is made anew: what past forecasts have taught is then forgotten too.</summary>
    public int Generation { get; private set; }

    /// <summary>Forgets everything, before it is made anew from the store.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _views.Clear();
            _views[Scope.Shared] = new ThreatView(new EventLedger(_parameters, _cities, _learnsApart));
            _cover.Clear();
            _version++;
            Generation++;
        }
    }

    /// <summary>Puts back a thread that was stored.</summary>
    public void Restore(Situation situation)
    {
        lock (_gate)
            Put(ViewOf(situation.Scope), situation, _reach.Of(situation.Sites, situation.Assessment.Size));
    }

    /// <summary>Whether an incident has a thread.</summary>
    public bool Has(Scope scope, string incidentId)
    {
        lock (_gate)
            return ViewOf(scope).Find(incidentId) is not null;
    }

    /// <summary>Judges a revision of an incident.</summary>
    /// <param name="facts">The revision; not history.</param>
    /// <param name="now">The domain's time.</param>
    public BoardChange Record(IncidentFacts facts, DateTimeOffset now)
    {
        lock (_gate)
        {
            ThreatView view = ViewOf(facts.Scope);
            Situation? prior = view.Find(facts.IncidentId);
            if (prior is not null && prior.IncidentRevision >= facts.Revision)
                return BoardChange.None;
            (Situation situation, AlertDecision? alert) = SituationJudge.Judge(facts, prior, CoveredBy(view, facts), now);
            return Change(view, prior, situation, alert, now, now, () => view.Contribute(facts.IncidentId, facts.Contribution));
        }
    }

    /// <summary>The open threads that are due, the earliest first.</summary>
    /// <param name="now">The domain's time.</param>
    public IReadOnlyList<Situation> Due(DateTimeOffset now)
    {
        lock (_gate)
            return [.. _views.Values.SelectMany(v => v.Due.UpTo(now)).OrderBy(s => s.NextDue).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>How many threads are due, digests included.</summary>
    /// <param name="now">The domain's time.</param>
    public int CountDue(DateTimeOffset now)
    {
        lock (_gate)
            return _views.Values.Sum(v => v.Due.UpTo(now).Count()) + DueDigests(now).Count() + DueAreas(now).Count;
    }

    /// <summary>When a thread or a digest is next due; null when none is.</summary>
    public DateTimeOffset? NextDue()
    {
        lock (_gate)
            return _views.Values.SelectMany(v => new[] { v.Due.Next, v.Signed.All.Min(a => a.NextDue) }).Append(NextDigest()).Min();
    }

    /// <summary>Takes a due thread one step on its way to its end.</summary>
    /// <param name="situation">One of <see cref="Due"/>.</param>
    public BoardChange End(Situation situation)
    {
        lock (_gate)
        {
            ThreatView view = ViewOf(situation.Scope);
            if (view.Find(situation.IncidentId) is not { NextDue: { } due } current || due != situation.NextDue)
                return BoardChange.None;
            (Situation after, AlertDecision? alert) = SituationEndings.AtDue(current, due);
            // The level before is that of the instant before: at the instant itself the step has already taken place.
            return Change(view, current, after, alert, due.AddTicks(-1), due, static () => { });
        }
    }

    /// <summary>Signs an all-clear.</summary>
    /// <param name="organisation">Whose adviser signs.</param>
    /// <param name="situationId">"situations/{id}".</param>
    /// <param name="adviser">Who.</param>
    /// <param name="rationale">Why.</param>
    /// <param name="now">The domain's time.</param>
    /// <exception cref="AlertsException">Not found; failed precondition when it is over already.</exception>
    public BoardChange SignClear(Scope organisation, string situationId, string adviser, string rationale, DateTimeOffset now)
    {
        lock (_gate)
        {
            RefusePressure(organisation, situationId);
            Situation situation = ViewOf(organisation).Visible.FirstOrDefault(s => s.Id == situationId) ?? throw AlertsException.NoSuch(situationId);
            (Situation after, AlertDecision alert) = SituationEndings.Clear(situation, adviser, rationale, now);
            return Change(ViewOf(situation.Scope), situation, after, alert, now, now, static () => { });
        }
    }

    /// <summary>Reads a city's threat.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="city">A scored city.</param>
    /// <param name="at">The instant; a past one gives what is known now about then.</param>
    /// <param name="top">How many incidents to explain the forecast with; 0 for none.</param>
    public CityReading Read(Scope scope, Place city, DateTimeOffset at, int top = 0)
    {
        lock (_gate)
            return Explained(ViewOf(scope), city, at, top);
    }

    /// <summary>How a city's chance would have stood week by week, by what is known now.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="city">A scored city.</param>
    /// <param name="end">The last instant.</param>
    /// <param name="weeks">How many weeks back, at least 1; each costs one reading of the city.</param>
    /// <returns>The oldest first; weeks without coverage are left out.</returns>
    public IReadOnlyList<ForecastPoint> Course(Scope scope, Place city, DateTimeOffset end, int weeks)
    {
        lock (_gate)
            return _scorer.Course(ViewOf(scope), city, end, weeks, CoverageOf(city));
    }

    /// <summary>Reads a city's threat as it is and as it would be, had incidents happened that did not. Changes nothing.</summary>
    /// <param name="scope">Whose view.</param>
    /// <param name="city">A scored city.</param>
    /// <param name="incidents">The incidents; each counts as reported when it happened, and has ended as far as it would have by now.</param>
    /// <param name="now">The domain's time.</param>
    /// <param name="top">How many incidents to explain the forecasts with; 0 for none.</param>
    public Simulation Simulate(Scope scope, Place city, IReadOnlyList<IncidentFacts> incidents, DateTimeOffset now, int top)
    {
        lock (_gate)
        {
            ThreatView trial = ViewOf(scope).Fork();
            List<SimulatedIncident> judged = [];
            foreach (IncidentFacts facts in incidents)
            {
                DateTimeOffset reported = facts.Acute!.RecordedAt;
                (Situation first, AlertDecision? alert) = SituationJudge.Judge(facts, prior: null, coveredBy: null, reported);
                Situation situation = SituationEndings.AsOf(first, now) with { Id = facts.IncidentId };
                IReadOnlyList<CityHit> hits = _reach.Of(situation.Sites, situation.Assessment.Size);
                trial.Contribute(facts.IncidentId, facts.Contribution);
                trial.Put(situation, hits);
                if (facts.Access is { } said)
                    trial.Access.Book.Put(new AccessReport(trial.Scope, facts.IncidentId, _access.Read(said), []));
                judged.Add(new SimulatedIncident(facts, situation, alert?.Urgency, hits.Any(hit => hit.IsInReach && hit.Place.GeonameId == city.GeonameId)));
            }

            return new Simulation(Explained(ViewOf(scope), city, now, top), Explained(trial, city, now, top), judged);
        }
    }

    private CityReading Explained(ThreatView view, Place city, DateTimeOffset at, int top)
    {
        CityReading reading = ReadIn(view, city, at);
        return top > 0 && reading.Days30 is not null ? reading with { Explanation = _scorer.Explain(view, city, at, top) } : reading;
    }

    private CityReading ReadIn(ThreatView view, Place city, DateTimeOffset at)
    {
        (string, AcuteFloor?, bool)[] touching =
        [
            .. view.Touching(city.GeonameId)
                .Where(t => t.Situation.WasAlerted)
                .Select(t => (t.Situation.Id, t.Hit.IsInReach ? t.Situation.FloorAt(at) : null, t.Situation.Exercise)),
        ];
        return _scorer.Read(view, city, at, CoverageOf(city), touching, view.Access.Read(city.GeonameId, at));
    }

    private Coverage CoverageOf(Place city) => _cover.GetValueOrDefault(city.CountryCode) is { } cover ? new Coverage(cover.From, cover.Through, LastHeard: null) : new Coverage(null, null, LastHeard: null);

    // Applies a change between two readings of every city that it touches, in every view that sees it.
    private BoardChange Change(
        ThreatView view, Situation? prior, Situation after, AlertDecision? alert, DateTimeOffset before, DateTimeOffset now, Action apply)
    {
        IReadOnlyList<CityHit> hits = _reach.Of(after.Sites, after.Assessment.Size);
        IEnumerable<CityHit> gone = view.HitsOf(after.IncidentId).Where(old => !hits.Any(hit => hit.Place.GeonameId == old.Place.GeonameId));
        CityHit[] touched = [.. hits, .. prior is null ? [] : gone];
        ThreatView[] views = view.Shared is null ? [view, .. _views.Values.Where(v => v.Shared is not null)] : [view];
        CityReading[][] then = [.. views.Select(v => touched.Select(hit => ReadIn(v, hit.Place, before)).ToArray())];
        apply();
        Put(view, after, hits);
        CityReading[][] later = [.. views.Select(v => touched.Select(hit => ReadIn(v, hit.Place, now)).ToArray())];
        // The first view is the one that the thread belongs to.
        if (alert is not null)
            alert = alert with { Cities = [.. touched.Select((hit, i) => new CityEffect(hit, then[0][i].Level.Level, later[0][i].Level.Level)).Take(NamedCities)] };
        IEnumerable<CityReading> changed = views.SelectMany((_, v) => touched.Select((_, i) => (Then: then[v][i].Level, Later: later[v][i])))
            .Where(pair => IsNews(pair.Then, pair.Later.Level))
            .Select(pair => pair.Later);
        return new BoardChange(after, alert, [.. changed]);
    }

    private static bool IsNews(CityLevel then, CityLevel now) =>
        then.Level != now.Level || then.AcuteFloor != now.AcuteFloor || then.Band != now.Band || then.FrozenSince != now.FrozenSince;

    private static Situation? CoveredBy(ThreatView view, IncidentFacts facts) => facts.MaybeSame.Count == 0
        ? null
        : view.Visible.FirstOrDefault(s => s is { IsOpen: true, WasAlerted: true, Assessment.Memory.PeakUrgency: Urgency.Flash } && facts.MaybeSame.Contains(s.IncidentId));

    private void Put(ThreatView view, Situation situation, IReadOnlyList<CityHit> hits)
    {
        _version++;
        view.Put(situation, hits);
        foreach (string organisation in situation.OverlaidIn)
            ViewOf(new Scope(organisation)).Ledger.Hide(situation.IncidentId);
    }

    private ThreatView ViewOf(Scope scope)
    {
        if (!_views.TryGetValue(scope, out ThreatView? view))
            _views[scope] = view = new ThreatView(scope, _views[Scope.Shared]);
        return view;
    }
}
