using Alerts.AllInOne.Scenarios;
using Alerts.V1;
using Xunit;

namespace Alerts.Tests.Unit.Scenarios;

// The file below is made up; each test breaks it in one place and wants to be told where.
public sealed class ScenarioReaderTests
{
    private const string Valid = """
        name: made-up
        title: Title
        summary: Summary
        time_zone: Africa/Bamako
        start: 2024-01-02T00:00:00Z
        end: 2024-01-03T00:00:00Z
        coverage:
          - {country_code: ML, from: 2020-01-01, through: 2024-01-01}
        history_defaults: {time_precision: TIME_PRECISION_DAY, country_code: ML}
        history:
          - {record_id: one, local_date: 2021-05-06, latitude: 12.6, longitude: -8, killed: 3, source: made up}
        steps:
          - at: 2024-01-02T01:00:00Z
            id: first
            note: Note
            report:
              sub_event_type: SUB_EVENT_TYPE_ARMED_CLASH
              sites:
                - reference: {geonames_id: 2460596}
              occurred: {local_date: 2024-01-02, precision: TIME_PRECISION_DAY, ongoing: false}
              casualties:
                - killed: {best: 2}
          - at: 2024-01-02T02:00:00Z
            note: Note
            retract: {report: first, scope: RETRACTION_SCOPE_REPORT, reason: Because}
          - at: 2024-01-02T03:00:00Z
            note: Note
            clear: {incident_of: first, rationale: Seen}
        """;

    [Fact]
    public void Read_ValidFile_KeepsEveryField()
    {
        Scenario scenario = Read(Valid);

        HistoricEvent row = Assert.Single(scenario.History);
        Assert.Equal(("one", "2021-05-06", -8.0, 3, "ML", Alerts.V1.TimePrecision.Day), (row.RecordId, row.LocalDate, row.Longitude, row.Killed, row.CountryCode, row.TimePrecision));
        Report report = Assert.IsType<ReportStep>(scenario.Steps[0]).Report;
        Assert.True(report.Exercise);
        Assert.Equal(2460596, report.Sites[0].Reference.GeonamesId);
        Assert.Equal("2024-01-02", report.Occurred.LocalDate);
        Assert.True(report.Occurred.HasOngoing);
        Assert.False(report.Occurred.Ongoing);
        Assert.Equal(2, report.Casualties[0].Killed.Best);
        Assert.Equal(RetractionScope.Report, Assert.IsType<RetractStep>(scenario.Steps[1]).Scope);
        Assert.Equal("first", Assert.IsType<ClearStep>(scenario.Steps[2]).IncidentOf);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 0, 0, TimeSpan.Zero), scenario.Steps[2].At);
    }

    [Theory]
    [InlineData("title: Title", "titel: Title", 2, "titel", "unknown")]
    [InlineData("name: made-up", "name: other", 1, "name", "name of the file")]
    [InlineData("start: 2024-01-02T00:00:00Z", "start: 2024-01-02T00:00:00+01:00", 5, "start", "not a UTC time")]
    [InlineData("end: 2024-01-03", "end: 2024-01-01", 6, "end", "after the start")]
    [InlineData("through: 2024-01-01", "through: 2024-01-02", 8, "coverage[0].through", "before the day of the start")]
    [InlineData(", source: made up", "", 11, "history[0]", "\"source\" is missing")]
    [InlineData("killed: 3", "killed: many", 11, "history[0].killed", "whole number")]
    [InlineData("2021-05-06", "2021-02-30", 11, "history[0].local_date", "not a date")]
    [InlineData("at: 2024-01-02T01", "at: 2024-01-01T01", 13, "steps[0].at", "must not be before")]
    [InlineData("at: 2024-01-02T02", "at: 2024-01-02T00", 23, "steps[1].at", "must not be before")]
    [InlineData("at: 2024-01-02T03", "at: 2024-01-05T03", 26, "steps[2].at", "before the end")]
    [InlineData("ARMED_CLASH", "ARMED_CLASHES", 17, "steps[0].report.sub_event_type", "not a SubEventType")]
    [InlineData("geonames_id", "geonameid", 19, "steps[0].report.sites[0].reference.geonameid", "no such field")]
    [InlineData("ongoing: false", "ongoing: no", 20, "steps[0].report.occurred.ongoing", "true or false")]
    [InlineData("casualties:", "exercise: false\n      casualties:", 21, "steps[0].report.exercise", "leave it out")]
    [InlineData("{report: first", "{report: second", 25, "steps[1].retract.report", "no report \"second\"")]
    [InlineData("SCOPE_REPORT", "SCOPE_UNSPECIFIED", 25, "steps[1].retract.scope", "how much")]
    [InlineData("incident_of: first", "incident_of: second", 28, "steps[2].clear.incident_of", "no report \"second\"")]
    [InlineData("    id: first\n", "", 13, "steps[0]", "needs an \"id\"")]
    public void Read_BrokenFile_NamesLineAndField(string valid, string broken, int line, string field, string problem)
    {
        Assert.Contains(valid, Valid, StringComparison.Ordinal);

        ScenarioException error = Assert.Throws<ScenarioException>(() => Read(Valid.Replace(valid, broken, StringComparison.Ordinal)));

        Assert.Equal((line, field), (error.Line, error.Field));
        Assert.StartsWith($"made-up.yaml, line {line}, {field}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NotYaml_NamesTheLine()
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => Read("name: made-up\n  title: [\n"));

        Assert.InRange(error.Line, 1, 3);
    }

    private static Scenario Read(string text) => ScenarioReader.Read("made-up.yaml", new StringReader(text));
}
