namespace Alerts.Platform.Storage;

/// <summary>The database is not made for this version of the program, or cannot keep its promises. The message says what to do; waiting does not help.</summary>
/// <param name="message">What is wrong and what to run.</param>
public sealed class StoreSchemaException(string message) : Exception(message);
