namespace Alerts.Feeds;

// Ends with an error after a number of bytes: what unpacks to more than any real file is a bomb.
internal sealed class LimitedStream(Stream inner, long limit) : ReadOnlyStream
{
    private long _left = limit;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new InvalidDataException("The file unpacks to more than any real one holds.");
    }
}
