namespace Alerts.Notify.Streaming;

// What the tail answers to a reader.
internal enum TailRead
{
    // There is nothing after the reader's position yet.
    UpToDate,

    // The next row is here.
    Found,

    // The next row has left memory: read the store.
    Behind,
}
