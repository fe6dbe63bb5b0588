using Alerts.Risk.Situations;
using Alerts.Risk.Wire;
using Alerts.Tests.Unit.Risk.Situations;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;
using static Alerts.Tests.Unit.Risk.AcuteFacts;

namespace Alerts.Tests.Unit.Risk.Wire;

public sealed class AlertDraftMapTests
{
    [Fact]
    public void ToEvent_OnlyTheDayIsKnown_NamesNoInstantOfOnset() =>
        Assert.Null(Drafted(new OccurredTime { LocalDate = "2024-09-17", Precision = TimePrecision.Day }).OnsetTime);

    [Fact]
    public void ToEvent_TheHourIsKnown_BeganThen() =>
        Assert.Equal(Five, Drafted(new OccurredTime { StartTime = Five.ToTimestamp(), Precision = TimePrecision.Hour }).OnsetTime.ToDateTimeOffset());

    private static Alert Drafted(OccurredTime occurred)
    {
        (_, AlertDecision? decision) = SituationJudge.Judge(SituationJudgeTests.Facts(Attack(Site(School, Report("a")))), null, null, Five.AddMinutes(5));
        return AlertDraftMap.ToEvent(decision!, new IncidentRecorded { Incident = new Incident { Occurred = occurred } }).SituationAssessed.Alert;
    }
}
