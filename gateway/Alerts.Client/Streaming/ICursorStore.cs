namespace Alerts.Client.Streaming;

/// <summary>Keeps the place in the alert log up to which a consumer has handled everything.</summary>
/// <remarks>
/// Save it together with your own work, in one transaction, if you can: only then is the effect of each alert exactly once. Saved
/// after the work, as <see cref="FileCursorStore"/> does, a crash in between brings the last alert again. One stream per store at a time.
/// </remarks>
public interface ICursorStore
{
    /// <summary>The saved cursor; null when there is none.</summary>
    /// <param name="cancellation">Stops the call.</param>
    ValueTask<string?> ReadAsync(CancellationToken cancellation);

    /// <summary>Saves a cursor in place of the one before. Durable when it returns.</summary>
    /// <param name="cursor">As the server gave it; not empty.</param>
    /// <param name="cancellation">Stops the call.</param>
    ValueTask WriteAsync(string cursor, CancellationToken cancellation);
}
