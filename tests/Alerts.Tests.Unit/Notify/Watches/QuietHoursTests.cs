using Alerts.Notify.Watches;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Watches;

public sealed class QuietHoursTests
{
    // Paris leaves out 02:00 to 03:00 on 31 March 2024 (IANA tz database).
    [Theory]
    [InlineData("Africa/Bamako", "22:00", "06:00", "2024-09-17T23:30Z", "2024-09-18T06:00Z")]
    [InlineData("Africa/Bamako", "22:00", "06:00", "2024-09-18T05:59Z", "2024-09-18T06:00Z")]
    [InlineData("Africa/Bamako", "22:00", "06:00", "2024-09-18T06:00Z", null)]
    [InlineData("Africa/Nairobi", "22:00", "06:00", "2024-09-17T19:00Z", "2024-09-18T03:00Z")]
    [InlineData("Africa/Bamako", "12:00", "14:00", "2024-09-17T11:59Z", null)]
    [InlineData("Africa/Bamako", "12:00", "14:00", "2024-09-17T12:00Z", "2024-09-17T14:00Z")]
    [InlineData("Europe/Paris", "22:00", "02:30", "2024-03-31T00:30Z", "2024-03-31T01:00Z")]
    public void EndAt_LocalTime_TellsWhenTheyEnd(string zone, string start, string end, string now, string? ends) => Assert.Equal(
        ends is null ? null : DateTimeOffset.Parse(ends, null),
        new QuietHours(TimeOnly.Parse(start, null), TimeOnly.Parse(end, null), TimeZoneInfo.FindSystemTimeZoneById(zone)).EndAt(DateTimeOffset.Parse(now, null)));
}
