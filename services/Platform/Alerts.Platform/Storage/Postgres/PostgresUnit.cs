using Alerts.Terms;

namespace Alerts.Platform.Storage.Postgres;

// A unit of work that somebody waits for, and how it ended. May be run again; told once.
internal sealed class PostgresUnit<T>(Func<PostgresSession, T> work, CancellationToken cancellationToken, Scope? viewer = null) : IPostgresUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;

    public Task<T> Task => _done.Task;

    public Scope? Viewer => viewer;

    public bool IsGivenUp => cancellationToken.IsCancellationRequested;

    public void Run(PostgresSession session)
    {
        _failure = null;
        try
        {
            _result = work(session);
        }
        catch (StoreUnavailableException)
        {
            throw;
        }
        catch (Exception e)
        {
            _failure = e;
        }
    }

    public void Complete(Exception? storeFailure)
    {
        if ((storeFailure ?? _failure) is { } failure)
            _done.SetException(failure);
        else
            _done.SetResult(_result!);
    }

    public void GiveUp() => _done.SetCanceled(cancellationToken);
}
