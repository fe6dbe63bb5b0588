using System.Buffers;
using System.Text.Json;

namespace Alerts.Gateway.Rest;

// Turns lines of JSON into server-sent events: the kind of frame is the event's name, its cursor the event's id. An event without an id
// leaves the one before in force, as in a snapshot, to whose middle nobody can come back. Used by one writer.
internal sealed class EventWriter(Stream inner) : Stream
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _hasBegun;
    private bool _passesOn;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // From now on bytes go through as they are.
    public void PassOn() => _passesOn = true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The headers go first: with them it shows whether this is a stream or a refusal.
        if (!_hasBegun)
            await inner.FlushAsync(cancellationToken);
        _hasBegun = true;
        if (_passesOn)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            return;
        }

        while (buffer.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line.Write(buffer.Span[..end]);
            buffer = buffer[(end + 1)..];
            if (_line.WrittenCount > 0)
                await inner.WriteAsync(Event(_line.WrittenMemory), cancellationToken);
            _line.ResetWrittenCount();
        }

        _line.Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The server writes without blocking.");

    public override void Flush() => throw new NotSupportedException("The server writes without blocking.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // A last line may come without its end: the status of a stream that failed.
    public override async ValueTask DisposeAsync()
    {
        if (_line.WrittenCount > 0)
            await inner.WriteAsync(Event(_line.WrittenMemory));
        _line.ResetWrittenCount();
        await base.DisposeAsync();
    }

    private static ReadOnlyMemory<byte> Event(ReadOnlyMemory<byte> line)
    {
        (string name, string cursor) = Read(line);
        var text = new ArrayBufferWriter<byte>(line.Length + 256);
        text.Write(System.Text.Encoding.UTF8.GetBytes(cursor.Length > 0 ? $"id: {cursor}\nevent: {name}\ndata: " : $"event: {name}\ndata: "));
        text.Write(line.Span);
        text.Write("\n\n"u8);
        return text.WrittenMemory;
    }

    // A frame is an object with one member, named by its kind; anything else is the status of a stream that failed.
    private static (string Name, string Cursor) Read(ReadOnlyMemory<byte> line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonProperty frame = json.RootElement.EnumerateObject().FirstOrDefault();
        if (frame.Value.ValueKind != JsonValueKind.Object)
            return ("error", "");
        return (frame.Name, frame.Value.TryGetProperty("cursor", out JsonElement cursor) ? cursor.GetString() ?? "" : "");
    }
}
