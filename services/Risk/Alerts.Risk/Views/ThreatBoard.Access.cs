using Alerts.Gazetteer;
using Alerts.Risk.Access;
using Alerts.Terms;

namespace Alerts.Risk.Views;

// The half of the board that is about access.
public sealed partial class ThreatBoard
{
    /// <summary>Puts back what was stored of an incident's word on access.</summary>
    public void Restore(AccessReport report)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(report.Scope).Access.Book.Put(report);
        }
    }

    /// <summary>Puts back an entry that was stored.</summary>
    public void Restore(Scope scope, AccessEntry entry)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(scope).Access.Book.Put(entry);
        }
    }

    /// <summary>Puts back a thread that was stored.</summary>
    public void Restore(AccessThread thread)
    {
        lock (_gate)
        {
            _version++;
            ViewOf(thread.Scope).Access.Book.Put(thread);
        }
    }

    /// <summary>Reads off a revision of an incident what it says of access.</summary>
    /// <returns>Null when it says nothing and never did: nothing needs to be stored.</returns>
    public AccessReport? ReadAccess(AccessIncident incident, IReadOnlyList<string> overlaidIn)
    {
        IReadOnlyList<AccessEvidence> evidence = _access.Read(incident);
        lock (_gate)
        {
            Scope scope = incident.Acute.Scope;
            return evidence.Count > 0 || ViewOf(scope).Access.Book.CitiesOf(incident.Acute.IncidentId).Any()
                ? new AccessReport(scope, incident.Acute.IncidentId, evidence, overlaidIn)
                : null;
        }
    }

    /// <summary>Takes in what an incident says of access now.</summary>
    /// <param name="report">Of the newest revision.</param>
    /// <param name="now">The domain's time.</param>
    public AccessChange Take(AccessReport report, DateTimeOffset now)
    {
        lock (_gate)
        {
            AccessBook book = ViewOf(report.Scope).Access.Book;
            int[] cities = [.. book.CitiesOf(report.IncidentId).Concat(report.Evidence.Select(e => e.CityId)).Distinct()];
            return ChangeAccess(report.Scope, cities, entry: null, now, () => book.Put(report));
        }
    }

    /// <summary>Takes in a person's word.</summary>
    /// <param name="scope">Who may see it.</param>
    /// <param name="entry">It; of a scored city.</param>
    /// <param name="now">The domain's time.</param>
    public AccessChange Take(Scope scope, AccessEntry entry, DateTimeOffset now)
    {
        lock (_gate)
            return ChangeAccess(scope, [entry.CityId], entry, now, () => ViewOf(scope).Access.Book.Put(entry));
    }

    /// <summary>Whether a person's word would ease what is known in the shared view or the organisation's own.</summary>
    public bool Eases(Scope organisation, AccessEntry entry, DateTimeOffset now)
    {
        lock (_gate)
            return entry.Eases(ViewOf(Scope.Shared).Access.Read(entry.CityId, now)) || entry.Eases(ViewOf(organisation).Access.Read(entry.CityId, now));
    }

    /// <summary>Takes the digests that are due; the threads in their new state are part of them.</summary>
    /// <param name="now">The domain's time.</param>
    public AccessChange Digest(DateTimeOffset now)
    {
        lock (_gate)
        {
            List<AccessAlert> alerts = [];
            foreach ((ThreatView view, AccessThread thread, Place city) in DueDigests(now).ToList())
            {
                CityReading reading = ReadIn(view, city, now);
                alerts.Add(Told(view, AccessJudge.Digest(thread, city, reading.Access, now), reading, reading));
            }

            return new AccessChange(alerts, [], []);
        }
    }

    private IEnumerable<(ThreatView View, AccessThread Thread, Place City)> DueDigests(DateTimeOffset now) =>
        Digests().Where(d => d.Thread.DigestDue <= now).OrderBy(d => d.Thread.DigestDue).ThenBy(d => d.Thread.Id, StringComparer.Ordinal);

    private DateTimeOffset? NextDigest() => Digests().Min(d => d.Thread.DigestDue);

    // A city that has left the gazetteer with a layer that was taken away is told of no more.
    private IEnumerable<(ThreatView View, AccessThread Thread, Place City)> Digests()
    {
        foreach (ThreatView view in _views.Values)
        {
            foreach (AccessThread thread in view.Access.Book.Threads.Where(t => t.DigestDue is not null))
            {
                if (_places.Find(thread.CityId) is { } city)
                    yield return (view, thread, city);
            }
        }
    }

    // Applies a change between two readings of every city that it touches, in every view that sees it.
    private AccessChange ChangeAccess(Scope scope, int[] cityIds, AccessEntry? entry, DateTimeOffset now, Action apply)
    {
        ThreatView home = ViewOf(scope);
        ThreatView[] views = home.Shared is null ? [home, .. _views.Values.Where(v => v.Shared is not null)] : [home];
        Place[] cities = [.. cityIds.Select(id => _places.Find(id)).OfType<Place>()];
        (ThreatView View, CityReading Then)[] before = [.. views.SelectMany(v => cities.Select(city => (v, ReadIn(v, city, now))))];
        apply();
        _version++;
        List<AccessAlert> alerts = [];
        List<AccessThread> threads = [];
        List<CityReading> changed = [];
        foreach ((ThreatView view, CityReading then) in before)
        {
            CityReading later = ReadIn(view, then.City, now);
            if (!view.Access.HasOwnThread(then.City.GeonameId))
                continue;
            AccessThread? known = view.Access.Book.ThreadOf(then.City.GeonameId);
            AccessThread thread = known ?? FirstThread(view, then.City);
            if (AccessJudge.Judge(thread, then.City, later.Access, entry, now) is { } alert)
            {
                alerts.Add(Told(view, alert, then, later));
            }
            else if (known is null && thread.IsOpen)
            {
                view.Access.Book.Put(thread);
                threads.Add(thread);
            }
        }

        foreach ((ThreatView view, CityReading then) in before)
        {
            CityReading later = ReadIn(view, then.City, now);
            if (IsNews(then.Level, later.Level) || then.Access?.State != later.Access?.State || Ways(then) != Ways(later))
                changed.Add(later);
        }

        return new AccessChange(alerts, threads, changed);
    }

    // An organisation's first thread of a city goes on from what the shared one has told.
    private static AccessThread FirstThread(ThreatView view, Place city)
    {
        var thread = new AccessThread { Scope = view.Scope, CityId = city.GeonameId };
        return view.Shared?.Access.Book.ThreadOf(city.GeonameId) is { IsOpen: true } shared ? thread with { Told = shared.Told, DigestDue = shared.DigestDue } : thread;
    }

    private AccessAlert Told(ThreatView view, AccessAlert alert, CityReading then, CityReading later)
    {
        view.Access.Book.Put(alert.Thread);
        int city = alert.City.GeonameId;
        return alert with
        {
            Before = then.Level.Level,
            After = later.Level.Level,
            OverlaidIn = view.Shared is null ? [.. _views.Values.Where(v => v.Shared is not null && v.Access.HasOwnThread(city)).Select(v => v.Scope.Value).Order(StringComparer.Ordinal)] : [],
            Supersedes = view.Shared?.Access.Book.ThreadOf(city) is { Revision: > 0 } shared ? shared.Id : null,
        };
    }

    // Access is reopened by saying what state it is in, so that what is known of single ways is not lost.
    private void RefusePressure(Scope organisation, string situationId)
    {
        ThreatView view = ViewOf(organisation);
        if (view.Access.Book.Threads.Concat(view.Shared?.Access.Book.Threads ?? []).FirstOrDefault(t => t.Id == situationId) is { } thread)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.WrongState, $"{situationId} is about access: report the access of cities/{thread.CityId}/threat as open instead.");
    }

    private static string Ways(CityReading reading) => string.Join(' ', reading.Access?.Ways.Select(w => $"{w.Key}{w.State}") ?? []);
}
