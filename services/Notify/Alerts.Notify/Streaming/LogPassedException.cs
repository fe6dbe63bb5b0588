namespace Alerts.Notify.Streaming;

// Retention removed rows that this subscriber had not read yet.
internal sealed class LogPassedException() : Exception("Retention has passed the subscriber's position.");
