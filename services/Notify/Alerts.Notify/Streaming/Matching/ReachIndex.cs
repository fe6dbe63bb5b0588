using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;

namespace Alerts.Notify.Streaming.Matching;

// Finds the subscribers that may want a row, without looking at the others: by city, country and geographic cell, and in each of these by
// what else their terms have in common (Gate). Promise: whoever admits the row is found. Who is found may not admit it, and may be found
// twice: the exact test is the terms' own. Grows and shrinks with the subscribers, never rebuilt. Thread safe.
internal sealed class ReachIndex<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Crowd<T> _everybody = new();
    private readonly Crowd<T> _everywhere = new();
    private readonly Dictionary<int, Crowd<T>> _cities = [];
    private readonly Dictionary<string, Crowd<T>> _countries = new(StringComparer.Ordinal);
    private readonly AreaIndex<T> _areas = new();

    public void Add(T member, SubscriptionTerms terms)
    {
        Gate gate = Gate.Of(terms);
        lock (_lock)
        {
            _everybody.Add(member, gate);
            if (terms.Filter.IsEverywhere)
                _everywhere.Add(member, gate);
            foreach (int city in terms.Filter.Cities)
                Add(_cities, city, member, gate);
            foreach (string country in terms.Filter.Countries)
                Add(_countries, country, member, gate);
            foreach (IArea area in terms.Filter.Areas.Distinct())
                _areas.Add(member, gate, area);
        }
    }

    // With the terms that it was added with.
    public void Remove(T member, SubscriptionTerms terms)
    {
        Gate gate = Gate.Of(terms);
        lock (_lock)
        {
            _everybody.Remove(member, gate);
            if (terms.Filter.IsEverywhere)
                _everywhere.Remove(member, gate);
            foreach (int city in terms.Filter.Cities)
                Remove(_cities, city, member, gate);
            foreach (string country in terms.Filter.Countries)
                Remove(_countries, country, member, gate);
            foreach (IArea area in terms.Filter.Areas.Distinct())
                _areas.Remove(member, gate, area);
        }
    }

    // Adds who may want the row.
    public void Find(LogEntry entry, List<T> found)
    {
        Reach reach = entry.Reach;
        lock (_lock)
        {
            if (reach.Traits.HasFlag(ReachTraits.System))
            {
                _everybody.Collect(entry, found);
                return;
            }

            _everywhere.Collect(entry, found);
            foreach (int city in reach.Cities)
            {
                if (_cities.TryGetValue(city, out Crowd<T>? crowd))
                    crowd.Collect(entry, found);
            }

            foreach (string country in reach.Countries)
            {
                if (_countries.TryGetValue(country, out Crowd<T>? crowd))
                    crowd.Collect(entry, found);
            }

            _areas.Collect(entry, found);
        }
    }

    // Adds everybody.
    public void FindAll(List<T> found)
    {
        lock (_lock)
            _everybody.CollectAll(found);
    }

    private static void Add<TKey>(Dictionary<TKey, Crowd<T>> crowds, TKey key, T member, Gate gate)
        where TKey : notnull
    {
        if (!crowds.TryGetValue(key, out Crowd<T>? crowd))
            crowds[key] = crowd = new Crowd<T>();
        crowd.Add(member, gate);
    }

    private static void Remove<TKey>(Dictionary<TKey, Crowd<T>> crowds, TKey key, T member, Gate gate)
        where TKey : notnull
    {
        Crowd<T> crowd = crowds[key];
        crowd.Remove(member, gate);
        if (crowd.IsEmpty)
            crowds.Remove(key);
    }
}
