using System.Security.Cryptography;
using System.Text;
using Alerts.Gazetteer;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Reports;
using Alerts.Reading;
using Alerts.Terms;
using Alerts.TextForms;
using Xunit;
using TextReading = Alerts.Ingest.Reports.TextReading;

namespace Alerts.Tests.Unit.Ingest;

/// <summary>From a text to stored reports. The reader is a fake where its art does not matter.</summary>
public sealed class TextIntakeTests
{
    private static readonly Source Desk = new() { Name = "desk" };

    [Fact]
    public async Task Texts_AreStoredWithoutTheirSender()
    {
        await using var bench = new IngestBench();
        string mail = "MIME-Version: 1.0\nFrom: Awa <awa@ngo.example>\nDate: Tue, 17 Sep 2024 06:00:00 +0000\nSubject: Gao\nContent-Type: text/plain\n\nNothing to tell.\n";
        IReadOnlyList<TextReading> read = Intake(bench).Read(new TextRequest(mail, Desk) { Tlp = TlpLabel.Green }, bench.Clock.Now, inScenario: false);

        await bench.Reports.SubmitTextsAsync(new Submission(IngestBench.Org, "officer", "r1", []), read, _ => [], IngestBench.Cancel);

        (string Scope, byte[] Digest, string Language, long Tlp, string Title, string Body, string Source) row = Assert.Single(await bench.Store.ReadAsync(
            s => s.Query(
                "SELECT scope, digest, language, tlp, title, body, source, sent_us FROM source_text",
                r => (r.GetString(0), r.GetFieldValue<byte[]>(1), r.GetString(2), r.GetInt64(3), r.GetString(4), r.GetString(5), Encoding.UTF8.GetString(r.GetFieldValue<byte[]>(6)))),
            IngestBench.Cancel));
        Assert.Equal(("shared", (long)TlpLabel.Green, "Gao", "Nothing to tell."), (row.Scope, row.Tlp, row.Title, row.Body));
        Assert.Equal(SHA256.HashData("Gao\n\nNothing to tell."u8), row.Digest);
        Assert.DoesNotContain("awa", row.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Forward_WithoutWhomItIsFrom_HasNoOrigin()
    {
        var text = new ReducedText { Form = TextForm.Chat, Body = "x", Forwarded = true };
        Assert.True(TextSource.Of(Desk, text, Sample.Now).Forwarded);
        Assert.False(TextSource.Of(Desk with { RelayedFrom = "SPA" }, text, Sample.Now).Forwarded);
    }

    [Fact]
    public void Sender_OfAMessage_NeverBecomesTheSource()
    {
        var text = new ReducedText { Form = TextForm.Email, Body = "x", Sender = new TextSender("Awa", "awa@ngo.example") };
        Assert.Equal("", TextSource.Of(new Source(), text, Sample.Now).Name);
    }

    [Fact]
    public void Agency_ThatATextCredits_IsItsOriginWhenNoSourceIsNamed()
    {
        var text = new ReducedText { Form = TextForm.Html, Body = "x", Agency = "AFP", Forwarded = true, Sender = new TextSender("The Daily", "") };
        Source credited = TextSource.Of(new Source(), text, Sample.Now);

        Assert.Equal(("The Daily", "AFP", ClaimantKind.Press, false), (credited.Name, credited.RelayedFrom, credited.Kind, credited.Forwarded));
        Assert.Equal("", TextSource.Of(Desk, text, Sample.Now).RelayedFrom);
    }

    [Fact]
    public void Time_OfATextThatLiesAhead_IsNotTaken()
    {
        var text = new ReducedText { Form = TextForm.Html, Body = "x", SentTime = Sample.Now.AddDays(1) };
        Assert.Null(TextSource.Of(Desk, text, Sample.Now).StatementTime);
    }

    [Theory]
    [InlineData("", "text: is required.")]
    [InlineData("Hombres armados atacaron un pueblo cerca de la frontera el lunes y al menos cuatro personas murieron, según el alcalde.", "Spanish")]
    public void Text_ThatIsNotTaken_SaysWhy(string text, string why)
    {
        var refusal = Assert.Throws<AlertsException>(() => new TextIntake(new Silent(), null!, "").Read(new TextRequest(text, Desk), Sample.Now, false));
        Assert.Equal(ErrorKind.InvalidArgument, refusal.Kind);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "NE", "NE")]
    [InlineData("ML", "NE", "ML")]
    [InlineData("", "", null)]
    public void Country_OfTheWorkspace_IsThoughtOfWhereTheCallerNamesNone(string asked, string workspace, string? expected)
    {
        var reader = new Silent();
        new TextIntake(reader, null!, workspace).Read(new TextRequest("Nothing to tell.", Desk) { CountryCode = asked }, Sample.Now, false);
        Assert.Equal(expected, reader.Last!.CountryHint);
    }

    [Fact]
    public void LeftOut_OfEveryKindOfTheReader_HasAKindOfItsOwn()
    {
        var reader = new Silent { Background = [.. Enum.GetValues<BackgroundKind>().Select(k => new BackgroundEvent(new TextSpan(0, 7), k, "why", new DateOnly(2021, 1, 2)))] };
        TextReading reading = Assert.Single(new TextIntake(reader, null!, "").Read(new TextRequest("Nothing to tell.", Desk), Sample.Now, false));
        Assert.All(reading.LeftOut, l => Assert.Equal("Nothing", l.Words));
        Assert.Equal(Enum.GetValues<LeftOutKind>().Cast<LeftOutKind?>(), reading.LeftOut.Select(l => l.Kind).Order());
    }

    [Fact]
    public async Task Tolls_ThatDiffer_StandSideBySideAndAttackersApart()
    {
        await using var bench = new IngestBench();
        Report report = ReadOne(
            bench,
            "GAO, 16 Sep 2024 -- Gunmen attacked a village near Gao on Monday. The army said five civilians were killed and that twelve attackers were killed. "
            + "Residents said at least twenty civilians were killed.");
        Assert.Contains(report.Casualties, c => c is { Claimant.Kind: ClaimantKind.Authorities, Killed.Best: 5 });
        Assert.Contains(report.Casualties, c => c is { Claimant: not null, Killed.Low: 20 });
        Assert.Contains(report.Casualties, c => c is { AttackersKilled.Best: 12, Killed: null });
    }

    [Fact]
    public async Task Toll_OfTheOnlyOneQuoted_IsThatOfTheText()
    {
        await using var bench = new IngestBench();
        Report report = ReadOne(bench, "GAO, 16 Sep 2024 -- Gunmen attacked a market in Gao on Monday, killing 12 people, a local official said.");
        CasualtyStatement toll = Assert.Single(report.Casualties);
        Assert.Equal((null, 12), (toll.Claimant, toll.Killed?.Best));
    }

    // A denial by those who are said to have done it is kept beside what is reported: the incident is disputed, not gone.
    [Fact]
    public async Task Denial_ByTheAccused_IsAStatementOfItsOwn()
    {
        await using var bench = new IngestBench();
        Report report = ReadOne(bench, "GAO, 16 Sep 2024 -- Soldiers shot dead four fishermen near Gao on Sunday, residents said. The report is false, an army spokesman said.");

        Assert.Equal([(ClaimantKind.Witness, Standing.Reported), (ClaimantKind.Authorities, Standing.Denied)], report.Statements.Select(s => (s.Claimant!.Kind, s.Standing!.Value)));
        Assert.Contains(report.Evidence, e => e.Field == "statements[1]" && e.Length > 0);
        Assert.True(Voices.IsDenied([report]));
    }

    private static Report ReadOne(IngestBench bench, string text) =>
        Assert.Single(Assert.Single(Intake(bench).Read(new TextRequest(text, Desk) { CountryCode = "ML" }, bench.Clock.Now, inScenario: false)).Reports);

    private static TextIntake Intake(IngestBench bench) => new(new RuleReader(PlaceIndex.Load()), bench.Validator, "");

    private sealed class Silent : ITextReader
    {
        public TextInput? Last { get; private set; }

        public IReadOnlyList<BackgroundEvent> Background { get; init; } = [];

        public ReadingResult Read(TextInput input)
        {
            Last = input;
            return new ReadingResult([], []) { Background = Background };
        }
    }
}
