namespace Alerts.Platform.Storage;

/// <summary>The store itself cannot be read or written: disk full, file damaged, database away. Never a property of one item.</summary>
/// <param name="message">What failed.</param>
/// <param name="inner">The engine's own error.</param>
public class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
