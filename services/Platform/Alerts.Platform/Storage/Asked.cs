using System.Data.Common;
using System.Runtime.ExceptionServices;

namespace Alerts.Platform.Storage;

/// <summary>What a query will bring. Belongs to the unit that asked; not thread safe.</summary>
/// <typeparam name="T">What a row is mapped to.</typeparam>
public sealed class Asked<T> : IAnswer
{
    private readonly Func<DbDataReader, T>? _map;
    private readonly Action? _send;
    private readonly List<T> _rows = [];
    private readonly int _most = int.MaxValue;
    private bool _isRead;
    private ExceptionDispatchInfo? _failure;

    internal Asked(IReadOnlyList<T> rows)
    {
        _rows.AddRange(rows);
        _isRead = true;
    }

    // Most: rows beyond it are not mapped. Send: has the store answer everything that was asked so far.
    internal Asked(Func<DbDataReader, T> map, int most, Action send) => (_map, _most, _send) = (map, most, send);

    /// <summary>The rows in order; empty when there are none. Waits for the store when it has not answered yet.</summary>
    /// <exception cref="InvalidOperationException">The part of the unit that asked was undone before the question was sent.</exception>
    public IReadOnlyList<T> Rows
    {
        get
        {
            if (!_isRead)
                _send!();
            _failure?.Throw();
            return _isRead ? _rows : throw new InvalidOperationException("What asked this was undone.");
        }
    }

    void IAnswer.Read(DbDataReader reader)
    {
        _isRead = true;
        while (_rows.Count < _most && reader.Read())
        {
            try
            {
                _rows.Add(_map!(reader));
            }
            catch (Exception e) when (e is not (DbException or IOException or TimeoutException))
            {
                // The mapping's own failure is for who looks at the rows; the statements behind this one are answered all the same.
                _failure = ExceptionDispatchInfo.Capture(e);
                return;
            }
        }
    }
}
