using Alerts.Notify.Log;

namespace Alerts.Notify.Streaming.Matching;

// The subscribers of one place, by gate. Not thread safe.
internal sealed class Crowd<T>
    where T : class
{
    private readonly Dictionary<Gate, Members<T>> _gates = [];

    public bool IsEmpty => _gates.Count == 0;

    public void Add(T member, Gate gate)
    {
        if (!_gates.TryGetValue(gate, out Members<T>? members))
            _gates[gate] = members = new Members<T>();
        members.Add(member);
    }

    public void Remove(T member, Gate gate)
    {
        Members<T> members = _gates[gate];
        members.Remove(member);
        if (members.IsEmpty)
            _gates.Remove(gate);
    }

    // Adds those whose gate the row passes.
    public void Collect(LogEntry entry, List<T> found)
    {
        foreach ((Gate gate, Members<T> members) in _gates)
        {
            if (gate.Passes(entry))
                members.CollectInto(found);
        }
    }

    public void CollectAll(List<T> found)
    {
        foreach (Members<T> members in _gates.Values)
            members.CollectInto(found);
    }
}
