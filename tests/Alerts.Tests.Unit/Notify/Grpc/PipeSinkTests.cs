using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Alerts.Notify.Grpc;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Grpc;

public sealed class PipeSinkTests : IDisposable
{
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly CursorCodec _cursors = new(new CursorKey(new byte[32]));
    private readonly FrameTarget _target = new(Guid.NewGuid(), Scope.Local, Language.English);
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false));
    private readonly PipeSink _sink;

    public PipeSinkTests() => _sink = new PipeSink(_pipe.Writer, _target, new FrameEncoder(_cursors), new SlowCut(StuckAfter, _time));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _cursors.Dispose();

    [Fact]
    public async Task Write_FramesOfATurn_GoOutTogetherInTheFormOfGrpc()
    {
        await _sink.WriteAsync(Live(1), Cancel);
        await _sink.WriteAsync(Live(2), Cancel);
        Assert.False(_pipe.Reader.TryRead(out _));
        await _sink.FlushAsync(Cancel);

        StreamAlertsResponse[] frames = [.. await ReadAsync()];
        Assert.Equal(["alert 1", "alert 2"], frames.Select(f => f.Alert.Alert.Headline));
        Assert.Equal([1, 2], frames.Select(f => _cursors.Open(f.Alert.Cursor, Scope.Local).Point.Position));
        Assert.All(frames, f => Assert.False(f.Alert.Snapshot));
    }

    // What is made by hand is what the library makes of the same message.
    [Fact]
    public async Task Write_AlertOfAnySize_IsTheMessageOfTheContract()
    {
        foreach (int length in new[] { 0, 1, 100, 127, 128, 5_000, 70_000 })
        {
            await _sink.WriteAsync(new StreamFrame.Alert(null, Row(1, new string('x', length)), IsSnapshot: true), Cancel);
            await _sink.FlushAsync(Cancel);
            var expected = new StreamAlertsResponse { Alert = new DeliveredAlert { Alert = new Alert { Headline = new string('x', length) }, Snapshot = true } };
            Assert.Equal(expected, Assert.Single(await ReadAsync()));
        }
    }

    [Fact]
    public async Task Write_SubscriberThatTakesNothing_WaitsAndIsCut()
    {
        await _sink.WriteAsync(Live(1), Cancel);
        await _sink.FlushAsync(Cancel);
        Task second = _sink.WriteAsync(Live(2), Cancel).AsTask();
        Assert.False(second.IsCompleted);
        Assert.False(_sink.IsStuck);

        _time.Advance(StuckAfter + TimeSpan.FromSeconds(1));

        Assert.Equal("SLOW", (await Assert.ThrowsAsync<AlertsException>(() => second)).Reason);
    }

    [Fact]
    public async Task Flush_NothingTakenAndNothingMoreToSay_IsCutToo()
    {
        await _sink.WriteAsync(Live(1), Cancel);
        await _sink.FlushAsync(Cancel);
        _time.Advance(StuckAfter + TimeSpan.FromSeconds(1));

        Assert.True(_sink.IsStuck);
        Assert.Equal("SLOW", (await Assert.ThrowsAsync<AlertsException>(async () => await _sink.FlushAsync(Cancel))).Reason);
    }

    [Fact]
    public async Task Flush_TakenLongAgo_IsNotCut()
    {
        await _sink.WriteAsync(Live(1), Cancel);
        await _sink.FlushAsync(Cancel);
        await ReadAsync();
        _time.Advance(10 * StuckAfter);

        await _sink.FlushAsync(Cancel);
        Assert.False(_sink.IsStuck);
    }

    [Fact]
    public async Task Write_Backlog_HoldsNoMoreThanABatchUntaken()
    {
        const int Most = 80 * 1024;
        int written = 0;
        for (Task write = Task.CompletedTask; write.IsCompleted; written++)
            write = _sink.WriteAsync(new StreamFrame.Alert(null, Row(1, new string('x', 1_000)), IsSnapshot: true), Cancel).AsTask();

        Assert.InRange(written * 1_000, 16 * 1024, Most);
    }

    private static StreamFrame.Alert Live(int position) => new StreamFrame.Alert(new LogPoint(position, default), Row(position, $"alert {position}"), IsSnapshot: false) { IsLive = true };

    private static LogEntry Row(int position, string headline) =>
        new(new LogPoint(position, default), $"{position}", Scope.Shared, Reach.None, [], new Alert { Headline = headline }.ToByteArray());

    private async Task<IReadOnlyList<StreamAlertsResponse>> ReadAsync()
    {
        ReadResult read = await _pipe.Reader.ReadAsync(Cancel);
        byte[] bytes = read.Buffer.ToArray();
        _pipe.Reader.AdvanceTo(read.Buffer.End);
        var frames = new List<StreamAlertsResponse>();
        for (int at = 0; at < bytes.Length;)
        {
            Assert.Equal(0, bytes[at]);
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 1));
            frames.Add(StreamAlertsResponse.Parser.ParseFrom(bytes.AsSpan(at + 5, length)));
            at += 5 + length;
        }

        return frames;
    }
}
