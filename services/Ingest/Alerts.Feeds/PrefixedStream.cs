namespace Alerts.Feeds;

// Bytes that were read to look at, then the rest. Reads forwards only; leaves the rest open.
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ReadOnlyStream
{
    private int _taken;

    public override int Read(Span<byte> buffer)
    {
        if (_taken == prefix.Length) return rest.Read(buffer);
        int count = Math.Min(buffer.Length, prefix.Length - _taken);
        prefix.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }
}
