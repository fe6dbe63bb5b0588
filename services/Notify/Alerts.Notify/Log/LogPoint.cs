namespace Alerts.Notify.Log;

// A point between two rows of the log: everything up to and including Position lies before it.
internal readonly record struct LogPoint(long Position, ChainHash Chain)
{
    public static LogPoint Start => default;
}
