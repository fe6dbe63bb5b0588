using Alerts.AllInOne.Scenarios;
using Xunit;

namespace Alerts.Tests.Unit.Scenarios;

public sealed class ScenarioCatalogTests
{
    private readonly ScenarioCatalog _catalog = new();

    [Fact]
    public void Names_AreTheFourOfTheDesign() => Assert.Equal(["bamako-2024", "bamako-2025", "gao-rumour", "mogadishu-week"], _catalog.Names);

    [Fact]
    public void Load_UnknownName_ListsThoseThereAre()
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => _catalog.Load("bamako"));

        Assert.Equal("There is no scenario \"bamako\". There are: bamako-2024, bamako-2025, gao-rumour, mogadishu-week.", error.Message);
    }

    [Theory]
    [InlineData("bamako-2024", 16)]
    [InlineData("bamako-2025", 14)]
    [InlineData("gao-rumour", 3)]
    [InlineData("mogadishu-week", 9)]
    public void Load_NumbersRequestIdsByStep(string name, int steps)
    {
        Scenario scenario = _catalog.Load(name);

        Assert.Equal(Enumerable.Range(1, steps).Select(n => $"scenario:{name}:{n:00}"), scenario.Steps.Select(s => s.RequestId));
        Assert.All(scenario.Steps, s => Assert.Matches("^[a-zA-Z0-9\\-_.:]{1,64}$", s.RequestId)); // SubmitReportRequest.request_id
    }

    [Fact]
    public void Load_Twice_IsTheSame()
    {
        Scenario first = _catalog.Load("gao-rumour");
        Scenario second = _catalog.Load("gao-rumour");

        Assert.Equal(first.Steps, second.Steps);
        Assert.Equal(first.History, second.History);
        Assert.Equal("scenario-gao-rumour", first.Dataset);
    }

    [Fact]
    public void Load_GaoRumour_RetractsTheOriginOfTheVoiceNote()
    {
        RetractStep retraction = Assert.IsType<RetractStep>(_catalog.Load("gao-rumour").Steps[^1]);

        Assert.Equal(("voice-note", Alerts.V1.RetractionScope.Origin), (retraction.ReportId, retraction.Scope));
        Assert.NotEmpty(retraction.Reason);
    }
}
