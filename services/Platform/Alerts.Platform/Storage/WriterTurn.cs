namespace Alerts.Platform.Storage;

/// <summary>
/// Which commit of a store a unit is part of. Processes that share a store take turns: a unit sees everything that was committed before it,
/// by whomever, and nothing is committed beside it.
/// </summary>
/// <param name="Epoch">Number of the commit, rising over all processes; 0 in a store of one process.</param>
/// <param name="Foreign">Number of the newest commit of another process that was noticed; 0: none. What is held in memory is older than that.</param>
public readonly record struct WriterTurn(long Epoch, long Foreign);
