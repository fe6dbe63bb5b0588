using Alerts.Risk.Levels;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk;

// Rules: quiet after 72 hours, then a step each 24 hours, by day only, announced 12 hours before.
public sealed class FloorDecayTests
{
    private static readonly string[] Zones = ["Africa/Bamako", "Europe/Kyiv", "Asia/Kathmandu", "America/Bogota"];
    private static readonly ActTime AtTen = new(Five.AddHours(5), TimePrecision.Exact);

    [Theory]
    [InlineData(0, 6, false)]
    [InlineData(71.9, 6, false)]
    [InlineData(72, 6, true)]
    [InlineData(95.9, 6, true)]
    [InlineData(96, 5, true)]
    [InlineData(120, 4, true)]
    [InlineData(144, 3, true)]
    [InlineData(168, 2, true)]
    [InlineData(192, null, true)]
    public void At_HoursAfterTheLastAct_FallsAStepADay(double hours, int? level, bool quiet)
    {
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.Extreme, AtTen, Bamako, AtTen.At.AddHours(hours));
        Assert.Equal((level, quiet), ((int?)schedule.Floor, schedule.IsQuiet));
    }

    [Fact]
    public void At_Night_WaitsForTheLocalMorning()
    {
        // The last act at 05:00: the first step would be due at 05:00 four days later.
        var act = new ActTime(Five, TimePrecision.Exact);
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.High, act, Bamako, Five);
        Assert.Equal(Five.AddHours(98), schedule.NextStepAt);
        Assert.Equal(Five.AddHours(86), schedule.AnnounceAt);
        Assert.Equal(ThreatLevel.Substantial, schedule.FloorAfter);
    }

    [Fact]
    public void At_Evening_WaitsForTheNextMorningOfThePlace()
    {
        // 19:00 in Mogadishu, which is UTC+3.
        TimeZoneInfo mogadishu = TimeZoneInfo.FindSystemTimeZoneById("Africa/Mogadishu");
        var act = new ActTime(new DateTimeOffset(2024, 3, 14, 19, 0, 0, TimeSpan.FromHours(3)), TimePrecision.Exact);
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.Low, act, mogadishu, act.At);
        Assert.Equal(new DateTimeOffset(2024, 3, 19, 7, 0, 0, TimeSpan.FromHours(3)), schedule.NextStepAt);
        Assert.Null(schedule.FloorAfter);
    }

    [Fact]
    public void At_DayPrecision_CountsFromTheEndOfTheLocalDay() =>
        Assert.Equal(new DateTimeOffset(2024, 9, 21, 0, 0, 0, TimeSpan.Zero), FloorDecay.At(ThreatLevel.High, new ActTime(Five, TimePrecision.Day), Bamako, Five).QuietAt);

    [Theory]
    [InlineData(TimePrecision.Week, "2024-09-24")]
    [InlineData(TimePrecision.Month, "2024-10-01")]
    public void End_CoarserThanADay_IsTheEndOfTheSpan(TimePrecision precision, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end + "T00:00:00Z"), new ActTime(Five, precision).End(Bamako));

    [Fact]
    public void End_DayWithAChangeOfClocks_IsLocalMidnight()
    {
        // Kyiv put its clocks back at 04:00 on 27 October 2024 (IANA time zone data): that day ends at 22:00 UTC.
        TimeZoneInfo kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");
        var act = new ActTime(new DateTimeOffset(2024, 10, 27, 0, 30, 0, TimeSpan.Zero), TimePrecision.Day);
        Assert.Equal(new DateTimeOffset(2024, 10, 27, 22, 0, 0, TimeSpan.Zero), act.End(kyiv));
    }

    [Fact]
    public void At_Held_FallsOnlyAfterTheHold()
    {
        DateTimeOffset until = AtTen.At.AddHours(150);
        var hold = new FloorHold(AtTen.At.AddHours(80), until);
        Assert.Equal(ThreatLevel.High, FloorDecay.At(ThreatLevel.High, AtTen, Bamako, until.AddSeconds(-1), hold).Floor);
        FloorSchedule after = FloorDecay.At(ThreatLevel.High, AtTen, Bamako, until, hold);
        Assert.Equal((ThreatLevel.Substantial, until.AddHours(24)), (after.Floor!.Value, after.NextStepAt!.Value));
    }

    [Fact]
    public void At_HeldAgainLater_KeepsWhatTheFirstHoldHeldBack()
    {
        var first = new FloorHold(AtTen.At.AddHours(80), AtTen.At.AddHours(150));
        var second = new FloorHold(AtTen.At.AddHours(160), AtTen.At.AddHours(300));
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.High, AtTen, Bamako, AtTen.At.AddHours(299), first, second);
        Assert.Equal(ThreatLevel.Substantial, schedule.Floor);
        Assert.InRange(schedule.NextStepAt!.Value, AtTen.At.AddHours(300), AtTen.At.AddHours(312));
    }

    [Fact]
    public void At_HeldWithoutEnd_NothingIsDue()
    {
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.High, AtTen, Bamako, AtTen.At.AddYears(1), new FloorHold(AtTen.At, null));
        Assert.Equal((ThreatLevel.High, (DateTimeOffset?)null), (schedule.Floor!.Value, schedule.NextStepAt));
        Assert.Null(schedule.NextDueAfter(AtTen.At.AddYears(1)));
    }

    [Fact]
    public void NextDueAfter_EachInstant_NamesQuietThenAnnouncementThenStep()
    {
        FloorSchedule schedule = FloorDecay.At(ThreatLevel.High, AtTen, Bamako, AtTen.At);
        Assert.Equal(AtTen.At.AddHours(72), schedule.NextDueAfter(AtTen.At));
        Assert.Equal(AtTen.At.AddHours(84), schedule.NextDueAfter(AtTen.At.AddHours(72)));
        Assert.Equal(AtTen.At.AddHours(96), schedule.NextDueAfter(AtTen.At.AddHours(84)));
    }

    [Property(MaxTest = 200)]
    public void At_AnyStart_FallsByOneStepInDaytimeAndNeverRises(int seed)
    {
        var random = new Random(seed);
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
        var act = new ActTime(Five.AddMinutes(random.Next(525_600)), (TimePrecision)random.Next(1, 5));
        FloorSchedule now = FloorDecay.At(ThreatLevel.Extreme, act, zone, act.At);
        while (now.NextStepAt is { } step)
        {
            Assert.Equal(now.Floor, FloorDecay.At(ThreatLevel.Extreme, act, zone, step.AddSeconds(-1)).Floor);
            Assert.InRange(TimeZoneInfo.ConvertTime(step, zone).Hour, 7, 18);
            Assert.Equal(step.AddHours(-12), now.AnnounceAt);
            FloorSchedule next = FloorDecay.At(ThreatLevel.Extreme, act, zone, step);
            Assert.Equal(now.FloorAfter, next.Floor);
            Assert.True(next.NextStepAt is null || next.NextStepAt >= step.AddHours(24));
            now = next;
        }

        Assert.Null(now.Floor);
    }
}
