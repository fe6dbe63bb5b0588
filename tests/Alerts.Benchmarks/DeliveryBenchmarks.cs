using System.Buffers;
using Alerts.Notify.Grpc;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Streaming;
using Alerts.Notify.Watches;
using Alerts.Terms;
using BenchmarkDotNet.Attributes;
using Google.Protobuf;

namespace Alerts.Benchmarks;

/// <summary>What one alert costs notify for each subscriber: whether it is wanted, and its frame in bytes. What the connection costs comes on top.</summary>
[MemoryDiagnoser]
public class DeliveryBenchmarks
{
    private const int Bamako = 2460596;
    private static readonly GeoPoint Faladie = new(12.579, -7.947);

    private readonly FrameTarget _target = new(Guid.Empty, new Scope("local"), Language.English);
    private readonly ArrayBufferWriter<byte> _output = new();
    private SubscriptionTerms _everything = null!;
    private SubscriptionTerms _watch = null!;
    private FrameEncoder _encoder = null!;
    private LogEntry _entry = null!;
    private StreamFrame.Alert _live = null!;

    [GlobalSetup]
    public void Fill()
    {
        byte[] body = new V1.Alert { Headline = new string('x', 120), Summary = new string('y', 320) }.ToByteArray();
        var reach = new Reach { Cities = [Bamako], Countries = ["ML"], Sites = [new ReachSite(Faladie, 0)], PeakUrgency = Urgency.Flash, Traits = ReachTraits.Real };
        var point = new LogPoint(7, default);
        _entry = new LogEntry(point, "alerts/1", Scope.Shared, reach, [], body);
        _live = new StreamFrame.Alert(point, _entry, IsSnapshot: false) { IsLive = true };
        _encoder = new FrameEncoder(new CursorCodec(new CursorKey(new byte[32])));
        _everything = new SubscriptionTerms(_target.Organisation, AlertFilter.Everything, TimeSpan.FromSeconds(15));
        WatchedCity[] cities = [.. Enumerable.Range(0, 5).Select(i => new WatchedCity(Bamako + i, new GeoPoint(12.6 + (i * 2), -8)))];
        _watch = _everything with { Filter = new AlertFilter().At(cities, [], []) };
    }

    // Five cities of which one is touched.
    [Benchmark]
    public bool MatchWatch() => _watch.Admits(_entry);

    [Benchmark]
    public bool MatchEverything() => _everything.Admits(_entry);

    // The bytes that go to one subscriber; they were made for the one before.
    [Benchmark]
    public int EncodeFrame() => Encode(_live);

    // The bytes for the first subscriber of an organisation.
    [Benchmark]
    public int EncodeFirstFrame() => Encode(_live with { IsSnapshot = true, IsLive = false });

    private int Encode(StreamFrame.Alert frame)
    {
        _output.ResetWrittenCount();
        return _encoder.Write(frame, _target, _output);
    }
}
