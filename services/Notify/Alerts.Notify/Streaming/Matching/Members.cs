using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Alerts.Notify.Streaming.Matching;

// A set from which any member goes in one step: in the list the last one takes its seat. Most sets have one member, and are no more than that.
// A member is in it once. Not thread safe.
internal sealed class Members<T>
    where T : class
{
    private T? _only;
    private List<T>? _list;
    private Dictionary<T, int>? _seats;

    public bool IsEmpty => _list is null ? _only is null : _list.Count == 0;

    public void Add(T member)
    {
        if (IsEmpty && _list is null)
        {
            _only = member;
            return;
        }

        if (_list is null)
            Spread();
        _seats!.Add(member, _list.Count);
        _list.Add(member);
    }

    public void Remove(T member)
    {
        if (_list is null)
        {
            _only = null;
            return;
        }

        _seats!.Remove(member, out int seat);
        T last = _list[^1];
        _list.RemoveAt(_list.Count - 1);
        if (seat == _list.Count)
            return;
        _list[seat] = last;
        _seats[last] = seat;
    }

    public void CollectInto(List<T> found)
    {
        if (_list is not null)
            found.AddRange(CollectionsMarshal.AsSpan(_list));
        else if (_only is not null)
            found.Add(_only);
    }

    [MemberNotNull(nameof(_list))]
    private void Spread()
    {
        _list = [_only!];
        _seats = new Dictionary<T, int> { [_only!] = 0 };
        _only = null;
    }
}
