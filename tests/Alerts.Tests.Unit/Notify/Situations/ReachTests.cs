using Alerts.Notify.Situations;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Situations;

public sealed class ReachTests
{
    [Property(MaxTest = 200)]
    public void Encode_AnyReach_ComesBackEqual(int seed)
    {
        Reach reach = RandomReach.Reach(new Random(seed));

        AssertEqual(reach, ReachCodec.Decode(ReachCodec.Encode(reach)));
    }

    [Property(MaxTest = 200)]
    public void Union_AnyReaches_IsCommutativeAssociativeAndIdempotent(int seed)
    {
        var random = new Random(seed);
        Reach a = RandomReach.Reach(random);
        Reach b = RandomReach.Reach(random);
        Reach c = RandomReach.Reach(random);

        AssertEqual(a.Union(b), b.Union(a));
        AssertEqual(a.Union(b).Union(c), a.Union(b.Union(c)));
        AssertEqual(a, a.Union(a));
        AssertEqual(a with { PeakUrgency = a.PeakUrgency }, Reach.None.Union(a));
    }

    // Version, real, Priority, level 4, no category, no city, no country, no site: as stored before types of event were kept.
    [Fact]
    public void Decode_VersionWithoutTypes_FitsEveryType()
    {
        Reach reach = ReachCodec.Decode([1, 4, 2, 4, 0, 0, 0, 0]);

        Assert.Equal(ReachTraits.Real | ReachTraits.Untyped, reach.Traits);
        Assert.Equal((ThreatLevel.Substantial, Urgency.Priority), (reach.PeakLevel, reach.PeakUrgency));
    }

    [Fact]
    public void Decode_OtherVersion_IsRefused() => Assert.Throws<InvalidDataException>(() => ReachCodec.Decode([3, 0, 0, 0]));

    [Fact]
    public void Union_LevelThatFell_KeepsThePeak() =>
        Assert.Equal(ThreatLevel.High, new Reach { PeakLevel = ThreatLevel.High }.Union(new Reach { PeakLevel = ThreatLevel.Low }).PeakLevel);

    private static void AssertEqual(Reach expected, Reach actual)
    {
        Assert.Equal(expected.Cities, actual.Cities);
        Assert.Equal(expected.Countries, actual.Countries);
        // Each once, in any order.
        Assert.Equal(expected.Sites.Select(s => $"{s}").Order(), actual.Sites.Select(s => $"{s}").Order());
        Assert.Equal(expected.Categories, actual.Categories);
        Assert.Equal(expected.EventTypes, actual.EventTypes);
        Assert.Equal(expected.LocalTypes, actual.LocalTypes);
        Assert.Equal((expected.PeakLevel, expected.PeakUrgency, expected.Traits), (actual.PeakLevel, actual.PeakUrgency, actual.Traits));
    }
}
