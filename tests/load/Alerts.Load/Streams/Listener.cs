using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Alerts.Load.Streams;

/// <summary>
/// One connection with one or many streams, read with as little effort as can be, so that the machine's time is the server's: HTTP/2 is taken
/// apart by hand, and messages are looked into only for their stamp.
/// </summary>
internal sealed class Listener : IDisposable
{
    // More is asked for long before the server has used up what it was given.
    private const int Replenish = 1 << 29;
    private const int BufferBytes = 128 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Action<ReadOnlySpan<byte>> _see;
    private readonly Action<int, byte[]>? _keep;
    private readonly byte[][] _partial;
    private readonly bool[] _began;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private int _taken;

    private Listener(int streams, Action<ReadOnlySpan<byte>> see, Action<int, byte[]>? keep)
    {
        _see = see;
        _keep = keep;
        _waiting = streams;
        _began = new bool[streams];
        _partial = new byte[streams][];
        Array.Fill(_partial, []);
    }

    /// <summary>Every stream has had its first message.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Why it ended; null while it runs.</summary>
    public string? Failure { get; private set; }

    /// <summary>Opens the connection and its streams.</summary>
    /// <param name="port">Of loopback.</param>
    /// <param name="calls">The request of each stream, a whole call in bytes.</param>
    /// <param name="window">Bytes the server may send ahead on each stream.</param>
    /// <param name="isStuck">Reads the first message of each stream, then nothing any more.</param>
    /// <param name="see">Gets every message.</param>
    /// <param name="keep">Gets every message with the number of its stream, to keep; null: nobody wants it.</param>
    public static async Task<Listener> OpenAsync(
        int port, IReadOnlyList<byte[]> calls, int window, bool isStuck, Action<ReadOnlySpan<byte>> see, Action<int, byte[]>? keep = null)
    {
        var listener = new Listener(calls.Count, see, keep);
        await listener._socket.ConnectAsync(IPAddress.Loopback, port);
        await listener._socket.SendAsync(Http2Bytes.Hello(window));
        foreach (byte[] call in calls)
            await listener._socket.SendAsync(call);
        _ = Task.Run(() => listener.ReadAsync(isStuck));
        return listener;
    }

    /// <summary>A connection of the raw floor: messages, each after its length.</summary>
    public static async Task<Listener> OpenRawAsync(int port, Action<ReadOnlySpan<byte>> see)
    {
        var listener = new Listener(1, see, null);
        await listener._socket.ConnectAsync(IPAddress.Loopback, port);
        listener._ready.SetResult();
        _ = Task.Run(() => listener.ReadRawAsync());
        return listener;
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadAsync(bool isStuck)
    {
        try
        {
            byte[] buffer = new byte[BufferBytes];
            int have = 0;
            while (true)
            {
                int got = await _socket.ReceiveAsync(buffer.AsMemory(have));
                if (got == 0)
                    throw new EndOfStreamException("The server closed the connection.");
                have += got;
                int used = 0;
                while (have - used >= Http2Bytes.FrameHeader)
                {
                    int length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(used)) >>> 8;
                    if (have - used < Http2Bytes.FrameHeader + length)
                        break;
                    Take(buffer.AsSpan(used, Http2Bytes.FrameHeader + length));
                    used += Http2Bytes.FrameHeader + length;
                }

                buffer.AsSpan(used, have - used).CopyTo(buffer);
                have -= used;
                if (isStuck && _waiting == 0)
                    return;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            Failure = e.Message;
            _ready.TrySetException(e);
        }
    }

    private async Task ReadRawAsync()
    {
        try
        {
            byte[] buffer = new byte[BufferBytes];
            int have = 0;
            while (await _socket.ReceiveAsync(buffer.AsMemory(have)) is var got && got > 0)
            {
                have += got;
                int used = 0;
                while (have - used >= sizeof(int) && BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(used)) is var length && have - used >= sizeof(int) + length)
                {
                    _see(buffer.AsSpan(used + sizeof(int), length));
                    used += sizeof(int) + length;
                }

                buffer.AsSpan(used, have - used).CopyTo(buffer);
                have -= used;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Failure = e.Message;
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        byte type = frame[3];
        int stream = BinaryPrimitives.ReadInt32BigEndian(frame[5..]);
        ReadOnlySpan<byte> payload = frame[Http2Bytes.FrameHeader..];
        switch (type)
        {
            case Http2Bytes.Data:
                _taken += payload.Length;
                if (_taken > Replenish)
                {
                    _socket.Send(Http2Bytes.More(0, _taken));
                    _taken = 0;
                }

                Messages((stream - 1) / 2, payload);
                break;
            case Http2Bytes.Settings when frame[4] == 0:
                _socket.Send(Http2Bytes.Frame(Http2Bytes.Settings, Http2Bytes.Acknowledge, 0, []));
                break;
            case Http2Bytes.Ping when frame[4] == 0:
                _socket.Send(Http2Bytes.Frame(Http2Bytes.Ping, Http2Bytes.Acknowledge, 0, payload));
                break;
            case Http2Bytes.ResetStream or Http2Bytes.GoAway:
                throw new IOException($"The server ended stream {stream}.");
            case Http2Bytes.Headers when (frame[4] & Http2Bytes.EndStream) != 0:
                throw new IOException($"The server ended stream {stream} with a status.");
        }
    }

    private void Messages(int stream, ReadOnlySpan<byte> payload)
    {
        if (_partial[stream].Length > 0)
            payload = _partial[stream] = [.. _partial[stream], .. payload];
        const int Prefix = 5;
        while (payload.Length >= Prefix && BinaryPrimitives.ReadInt32BigEndian(payload[1..]) is var length && payload.Length >= Prefix + length)
        {
            ReadOnlySpan<byte> message = payload.Slice(Prefix, length);
            _see(message);
            _keep?.Invoke(stream, message.ToArray());
            if (!_began[stream])
            {
                _began[stream] = true;
                if (--_waiting == 0)
                    _ready.TrySetResult();
            }

            payload = payload[(Prefix + length)..];
        }

        _partial[stream] = payload.IsEmpty ? [] : payload.ToArray();
    }
}
