using Alerts.Forecast.Recalibration;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Ledger;

/// <summary>
/// The truth behind forecasts: how many events each city had per local day, in each ring. A score is a fold over it in order of days, and
/// so is what past forecasts have taught, so any order in which the same incidents arrive gives the same score to the last bit.
/// </summary>
/// <remarks>
/// Rings: lethal events 0 to 25, 25 to 50, 50 to 100 and 100 to 200 km from the centre (each counts once a day), non-lethal events to
/// 100 km. A ledger may lie over a parent: what it then shows is the parent's incidents, less those it hides, plus its own; what past
/// forecasts have taught is the parent's. A ledger that learns apart never lets a question wait for the fold over past forecasts: until <see cref="Learn"/>
/// has made it, the question is answered by what was folded before, or by the formula alone, and says so. Thread safe: one lock for a ledger and all that lie over it. Memory grows with event-days per
/// city that was ever read, about 8 bytes each, and with 26 kB a city at most for what past forecasts have taught.
/// </remarks>
public sealed partial class EventLedger
{
    private readonly Lock _gate;
    private readonly EventLedger? _parent;
    private readonly CityTable _cities;
    private readonly ISeriesSource _series;
    private readonly KernelLayout _layout;
    private readonly Recalibrator _taught;
    private readonly EntryTable _entries = new();

    // Incidents of the parent that are hidden, each with the entry taken away from this view so far; null while the parent has none.
    private readonly Dictionary<string, Entry?> _hidden = new(StringComparer.Ordinal);
    private long _revision;
    private long _seen = -1;

    /// <summary>An empty ledger.</summary>
    /// <param name="parameters">Whose half-lives the decayed sums take.</param>
    /// <param name="cities">The scored cities; ids unique, points valid.</param>
    /// <param name="learnsApart">Whether what past forecasts have taught is folded by <see cref="Learn"/> alone. Default: by the question that first needs it.</param>
    /// <exception cref="ArgumentException">A city is listed twice or has no valid point.</exception>
    public EventLedger(ForecastParameters parameters, IEnumerable<ScoredCity> cities, bool learnsApart = false)
    {
        _gate = new Lock();
        Parameters = parameters;
        _cities = new CityTable(cities);
        _layout = new KernelLayout(parameters.Kernels);
        var series = new FlatSeries(_cities, _entries, new SeriesFactory(_layout));
        _series = series;
        _taught = new Recalibrator(parameters, _layout, _cities, series, learnsApart);
    }

    /// <summary>A private view over a shared ledger. It follows every later change of the parent and never changes it.</summary>
    /// <param name="parent">The shared ledger; must not itself lie over another.</param>
    /// <exception cref="ArgumentException">The parent lies over another ledger.</exception>
    public EventLedger(EventLedger parent)
    {
        if (parent._series is not FlatSeries below) throw new ArgumentException("A ledger can lie over one parent only.", nameof(parent));
        _gate = parent._gate;
        _parent = parent;
        Parameters = parent.Parameters;
        _cities = parent._cities;
        _layout = parent._layout;
        _series = new OverlaySeries(_cities, new SeriesFactory(_layout), below);
        _taught = parent._taught;
    }

    /// <summary>A ledger that shows the same and can be changed without changing this one: for "what if".</summary>
    /// <returns>A view over this ledger, or, when this one lies over a parent, a copy of it over the same parent.</returns>
    public EventLedger Fork()
    {
        if (_parent is null) return new EventLedger(this);
        var fork = new EventLedger(_parent);
        lock (_gate)
        {
            foreach (string hidden in _hidden.Keys) fork.Hide(hidden);
            foreach (Entry entry in _entries.All) fork.Put(entry.Event);
        }

        return fork;
    }

    /// <summary>The parameters that the ledger was made with.</summary>
    public ForecastParameters Parameters { get; }

    /// <summary>The scored cities, in the order given.</summary>
    public IReadOnlyList<ScoredCity> Cities => _cities.All;

    /// <summary>Number of incidents put into this ledger itself; the parent's are not counted.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _entries.Count;
        }
    }

    /// <summary>Sets the contribution of an incident, in place of an earlier one of the same id. Idempotent.</summary>
    /// <param name="contribution">The contribution; its point must be valid.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the point is not valid.</exception>
    public bool Put(LedgerEvent contribution)
    {
        ArgumentException.ThrowIfNullOrEmpty(contribution.IncidentId);
        if (!contribution.Point.IsValid) throw new ArgumentException("The point of a contribution must be valid.", nameof(contribution));
        lock (_gate)
        {
            if (_entries.TryGet(contribution.IncidentId, out Entry? before))
            {
                if (before.Event == contribution) return false;
                Drop(before);
            }

            var entry = new Entry(contribution);
            _entries.Add(entry);
            _series.Apply(entry, +1);
            _revision++;
            return true;
        }
    }

    /// <summary>Takes an incident's contribution away, as if it had never been put. Idempotent.</summary>
    /// <returns>Whether there was one in this ledger itself.</returns>
    public bool Remove(string incidentId)
    {
        lock (_gate)
        {
            if (!_entries.TryGet(incidentId, out Entry? before)) return false;
            Drop(before);
            _revision++;
            return true;
        }
    }

    /// <summary>Leaves an incident of the parent out of this view, now and after every later change of it. It need not exist yet. Idempotent.</summary>
    /// <exception cref="InvalidOperationException">This ledger has no parent.</exception>
    public void Hide(string incidentId)
    {
        if (_parent is null) throw new InvalidOperationException("Only a ledger over a parent can hide incidents.");
        lock (_gate)
        {
            if (_hidden.TryAdd(incidentId, null)) _seen = -1;
        }
    }

    /// <summary>Shows a hidden incident of the parent again. Idempotent.</summary>
    public void Unhide(string incidentId)
    {
        lock (_gate)
        {
            if (_hidden.Remove(incidentId, out Entry? taken) && taken is not null) _series.Apply(taken, +1);
        }
    }

    /// <summary>Whether an incident counts in this view: put here, or in the parent and not hidden.</summary>
    public bool Contains(string incidentId)
    {
        lock (_gate)
        {
            return _entries.TryGet(incidentId, out _)
                || (_parent is not null && _parent._entries.TryGet(incidentId, out _) && !_hidden.ContainsKey(incidentId));
        }
    }

    internal ScoredCity CityOf(int geonameId) => _cities[IndexOf(geonameId)];

    internal KernelLayout Layout => _layout;

    // taught: whether to say what past forecasts have taught.
    internal LedgerReading Read(int geonameId, Moment now, bool taught)
    {
        int index = IndexOf(geonameId);
        lock (_gate)
        {
            Follow();
            CityState state = State(index, now, null);
            return new LedgerReading(state, taught ? _taught.At(index, now.Day) : default);
        }
    }

    // The sums alone, for whole lists: into a span of the layout's length, which must be 0.
    internal Taught Read(int geonameId, Moment now, bool taught, Span<double> sums)
    {
        int index = IndexOf(geonameId);
        lock (_gate)
        {
            Follow();
            for (Ring ring = 0; (int)ring < Rings.Count; ring++) _series.City(index, ring)?.AddTo(now, _layout.Part(sums, ring));
            return taught ? _taught.At(index, now.Day) : default;
        }
    }

    // The state without the contribution of one incident.
    internal CityState StateWithout(int geonameId, Moment now, LedgerEvent without)
    {
        int index = IndexOf(geonameId);
        lock (_gate)
        {
            Follow();
            return State(index, now, new Entry(without));
        }
    }

    // The incidents up to a moment that the near and non-lethal sums of a city are made of, by day and id.
    internal List<RingEntry> IncidentsOf(int geonameId, Moment now)
    {
        int index = IndexOf(geonameId);
        var near = new List<Entry>();
        var found = new List<RingEntry>();
        lock (_gate)
        {
            Follow();
            if (_parent is not null)
            {
                _parent._entries.Collect(_cities[index].Point, Rings.NonLethalKm, near);
                near.RemoveAll(entry => _hidden.ContainsKey(entry.Event.IncidentId));
            }

            _entries.Collect(_cities[index].Point, Rings.NonLethalKm, near);
            foreach (Entry entry in near)
            {
                if (entry.Day <= now.Day && Rings.Of(_cities.Vector(index), entry) is { } ring && ring is (Ring.Inner or Ring.Outer or Ring.NonLethal))
                    found.Add(new RingEntry(entry.Event, ring, _series.City(index, ring)!.CountOn(entry.Day)));
            }
        }

        found.Sort(static (a, b) => a.Event.LocalDay != b.Event.LocalDay
            ? a.Event.LocalDay.CompareTo(b.Event.LocalDay)
            : string.CompareOrdinal(a.Event.IncidentId, b.Event.IncidentId));
        return found;
    }

    private CityState State(int index, Moment now, Entry? gone)
    {
        Ring? without = gone is null ? null : Rings.Of(_cities.Vector(index), gone);
        var sums = new double[_layout.Sums];
        int last = -1;
        for (Ring ring = 0; (int)ring < Rings.Count; ring++)
        {
            if (Less(_series.City(index, ring), without == ring ? gone : null) is not { } series) continue;
            series.AddTo(now, _layout.Part(sums, ring));
            if (ring is Ring.Inner or Ring.Outer) last = Math.Max(last, series.LastUpTo(now.Day) ?? -1);
        }

        return new CityState(sums, last < 0 ? null : DateOnly.FromDayNumber(last));
    }

    private static DaySeries? Less(DaySeries? series, Entry? gone)
    {
        if (gone is null || series is null) return series;
        DaySeries less = series.Copy();
        less.Add(gone.Day, -1);
        return less;
    }

    private void Drop(Entry entry)
    {
        _series.Apply(entry, -1);
        _entries.Remove(entry);
    }

    // Brings what is hidden up to date with the parent: its entry may have come, changed or gone.
    private void Follow()
    {
        if (_parent is null || _seen == _parent._revision) return;
        foreach ((string id, Entry? taken) in _hidden)
        {
            _parent._entries.TryGet(id, out Entry? current);
            if (ReferenceEquals(current, taken)) continue;
            if (taken is not null) _series.Apply(taken, +1);
            if (current is not null) _series.Apply(current, -1);
            _hidden[id] = current;
        }

        _seen = _parent._revision;
    }

    private int IndexOf(int geonameId) => _cities.TryIndex(geonameId, out int index)
        ? index
        : throw new KeyNotFoundException($"City {geonameId} is not scored.");
}
