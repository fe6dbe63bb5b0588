namespace Alerts.Platform.Storage;

/// <summary>One caller's part of a unit that stores the work of many. Used on the store's writer.</summary>
/// <typeparam name="TItem">What is to be stored.</typeparam>
/// <typeparam name="TAnswer">What the caller is told.</typeparam>
public sealed class GatheredWrite<TItem, TAnswer>
{
    private readonly TaskCompletionSource<TAnswer> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellationToken;
    private TAnswer? _answer;
    private Exception? _refusal;

    internal GatheredWrite(TItem item, CancellationToken cancellationToken)
    {
        Item = item;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What is to be stored.</summary>
    public TItem Item { get; }

    internal Task<TAnswer> Task => _done.Task;

    internal bool IsGivenUp => _cancellationToken.IsCancellationRequested;

    /// <summary>Answers the caller, once the unit is on disk.</summary>
    public void Answer(TAnswer answer) => (_answer, _refusal) = (answer, null);

    /// <summary>Tells the caller why its part was not stored; nothing may have been written for it.</summary>
    public void Refuse(Exception refusal) => _refusal = refusal;

    internal void GiveUp() => _done.TrySetCanceled(_cancellationToken);

    internal void Complete(Exception? storeFailure)
    {
        if ((storeFailure ?? _refusal) is { } failure)
            _done.TrySetException(failure);
        else
            _done.TrySetResult(_answer!);
    }
}
