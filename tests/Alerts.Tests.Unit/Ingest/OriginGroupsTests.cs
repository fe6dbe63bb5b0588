using Alerts.Gazetteer;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Sources;
using Alerts.Terms;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Ingest;

// Own texts and sources.
public sealed class OriginGroupsTests
{
    private static readonly ReportValidator Validator = new(new PlaceResolver(PlaceIndex.Load()));

    private static readonly string[] Texts =
    [
        "Shots were heard from the barracks towards five in the morning and the road to the airport has been closed since then.",
        "(Agency) Shots were heard from the barracks towards five in the morning and the road to the airport has been closed since then.",
        "Soldiers stopped every car at the bridge after dawn; two lorries burnt near the depot, a trader said by telephone today.",
        "",
    ];

    [Property]
    public void Of_AnyOrder_SameNumberOfOrigins(byte[] seeds, int turn)
    {
        Report[] reports = [.. seeds.Take(12).Select((seed, i) => Make($"source {seed % 3}", Texts[(seed / 3) % Texts.Length], i + 1))];
        Report[] turned = [.. reports.OrderBy(r => (r.Sequence * 31) ^ turn)];

        Assert.Equal(Count(reports), Count(turned));
    }

    [Fact]
    public void Of_RelayAndItsAgency_OneOrigin()
    {
        Report relay = Make("paper", "", 1) with { Source = new Source { Name = "paper", RelayedFrom = "Agency A" } };

        Assert.Equal(1, Count([relay, Make("AGENCY A", "", 2)]));
    }

    [Fact]
    public void Of_CopyBridgesTwoNames_OneOrigin() =>
        Assert.Equal(1, Count([Make("radio", Texts[0], 1), Make("paper", Texts[1], 2), Make("paper", "", 3)]));

    [Fact]
    public void Judge_TwoOriginsOneReliable_Corroborated() =>
        Assert.Equal(Verification.Corroborated, Verify(Sample.By("one", SourceReliability.B), Sample.By("two", SourceReliability.F)));

    [Fact]
    public void Judge_TwoUnreliableOrigins_Unverified() =>
        Assert.Equal(Verification.Unverified, Verify(Sample.By("one", SourceReliability.D), Sample.By("two", SourceReliability.F)));

    [Theory]
    [InlineData(ClaimantKind.ArmedGroup)]
    [InlineData(ClaimantKind.Authorities)]
    public void Judge_BelligerentAsSecond_Unverified(ClaimantKind kind) =>
        Assert.Equal(Verification.Unverified, Verify(Sample.By("one", SourceReliability.B), Sample.By("two", SourceReliability.A, kind)));

    private static Verification Verify(params Source[] sources) => IncidentBuilder.Build(
        new IncidentIdentity("incidents/x", Scope.Shared, Sample.Now),
        [.. sources.Select((s, i) => Make(s.Name, "", i + 1) with { Source = s })],
        Sample.Now).Verification;

    private static int Count(IReadOnlyList<Report> reports) => OriginGroups.Of(reports).Where(o => o.Length > 0).Distinct().Count();

    private static Report Make(string source, string text, int sequence) =>
        Validator.Validate(Sample.Attack with { Text = text, Source = Sample.By(source) }, "report", Sample.Now, false) with
        {
            Name = $"reports/{sequence}",
            Sequence = sequence,
            Submission = sequence,
            AcceptTime = Sample.Now.AddMinutes(sequence),
        };
}
