using Alerts.Notify.Situations;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Notify.Situations;

// Every expectation is a sentence of domain.md, "Alert lifecycle and CAP 1.2".
public sealed class CapMappingTests
{
    [Theory]
    [InlineData("Raise", "Alert")]
    [InlineData("Update", "Update")]
    [InlineData("Escalate", "Update")]
    [InlineData("Clear", "Update")]
    [InlineData("Expire", "Update")]
    [InlineData("Cancel", "Cancel")]
    public void MessageType_Action_IsTheDesigns(string action, string type) =>
        Assert.Equal(Enum.Parse<CapMessageType>(type), CapMapping.MessageType(Enum.Parse<AlertAction>(action)));

    [Theory]
    [InlineData(IncidentSize.Minor, "Minor")]
    [InlineData(IncidentSize.Serious, "Severe")]
    [InlineData(IncidentSize.Major, "Extreme")]
    [InlineData(null, "Unknown")]
    public void Severity_Size_IsTheDesigns(IncidentSize? size, string severity) => Assert.Equal(Enum.Parse<CapSeverity>(severity), CapMapping.Severity(size));

    [Theory]
    [InlineData(Verification.Confirmed, "Observed")]
    [InlineData(Verification.Corroborated, "Likely")]
    [InlineData(Verification.Unverified, "Possible")]
    [InlineData(Verification.Disputed, "Possible")]
    [InlineData(Verification.Retracted, "Unlikely")]
    [InlineData(null, "Unknown")]
    public void Certainty_Verification_FallsWithSupport(Verification? verification, string certainty) =>
        Assert.Equal(Enum.Parse<CapCertainty>(certainty), CapMapping.Certainty(verification));

    [Theory]
    [InlineData("Active", false, true, "Immediate")]
    [InlineData("Active", false, false, "Past")]
    [InlineData("Active", false, null, "Unknown")]
    [InlineData("Quiet", false, true, "Unknown")]
    [InlineData("Active", true, null, "Expected")]
    [InlineData("Cleared", true, true, "Past")]
    [InlineData("Expired", false, true, "Past")]
    public void UrgencyOf_StateAndCourse_IsTheDesigns(string state, bool isPressure, bool? ongoing, string urgency) =>
        Assert.Equal(Enum.Parse<CapUrgency>(urgency), CapMapping.UrgencyOf(Enum.Parse<SituationState>(state), isPressure, ongoing));
}
