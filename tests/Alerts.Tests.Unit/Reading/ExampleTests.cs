using Alerts.Reading;
using Alerts.Reading.Examples;
using Alerts.Reading.Lexicons;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

/// <summary>
/// What the reader makes of messages by examples. <c>ALERTS_TEST_GOLDEN=write</c> learns the scales anew and writes them beside their examples, in the tree that the tests were built in; build again afterwards.
/// </summary>
[Collection(Alone.Name)]
public sealed class ExampleTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string None = "none";
    private static readonly DateOnly Day = new(2024, 9, 17);

    public static TheoryData<string> Languages => [.. Lexicon.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Learn_Examples_GivesTheScaleThatIsShipped(string code)
    {
        string folder = Path.Combine(Folder(), code);
        string[] learned = [.. ExampleLearner.Learn(new Lexicon().Languages[code], [.. File.ReadLines(Path.Combine(folder, "examples.txt")).Where(line => line.Length > 0 && line[0] != '#')])];
        string scale = Path.Combine(folder, "example-scale.txt");
        if (Environment.GetEnvironmentVariable("ALERTS_TEST_GOLDEN") == "write")
            File.WriteAllLines(scale, [File.ReadLines(scale).First(), .. learned]);
        string[] shipped = [.. File.ReadLines(scale).Where(line => line[0] != '#')];

        // The kinds and signs are the same everywhere; the last digit of a weight may hang on the processor.
        Assert.Equal(shipped.Select(Sign), learned.Select(Sign));
        Assert.All(shipped.Skip(1).Zip(learned.Skip(1)), pair => Assert.All(Weights(pair.First).Zip(Weights(pair.Second)), w => Assert.InRange(w.First - w.Second, -1, 1)));
    }

    // Two writers, who wrote none of the examples. The rules alone tell half of the messages, and raise a false alarm for one in five of the others. Floors lie about two points below what was measured.
    [Theory]
    [InlineData("en", 85, 21)]
    [InlineData("fr", 88, 15)]
    public void Read_MessagesOfOtherWriters_TellsNearlyAll(string code, double told, double falseAlarms)
    {
        (string Kind, string Text)[] messages = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "Fixtures", $"messages.{code}.tsv")).Select(line => line.Split('\t')).Select(part => (part[0], part[1]))];

        Assert.True(messages.Length >= 500);
        Assert.InRange(Share(messages.Where(m => m.Kind != None)), told, 100);
        Assert.InRange(Share(messages.Where(m => m.Kind == None)), 0, falseAlarms);
    }

    [Theory]
    [InlineData("They just shot our neighbour in front of his shop, Gao.", "Gao")]
    [InlineData("Three passengers of the bus out of Jos were marched into the trees.", "Jos")]
    [InlineData("Three passengers of the bus out of Jos were marched into the trees, no shooting.", "Jos")]
    [InlineData("Gunmen walked three nurses out of the clinic in Djibo and into the trees.", "Djibo")]
    [InlineData("Ils ont pris le médecin. Quatre hommes armés, hôpital de Gao, il y a dix minutes.", "Gao")]
    public void Read_MessageInWordsOfNoLexicon_IsReportedWithItsWholeSentence(string text, string place)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal(place, report.Place.Name);
    }

    [Theory]
    [InlineData("They took the doctor to the airport in Kaya, he flies home tonight.")]
    [InlineData("Is the road between Gao and Ansongo open?")]
    [InlineData("Rien de tel à Gao : la colonne de motos était un cortège de mariage.")]
    public void Read_MessageThatOnlySoundsLikeIt_IsNoReport(string text)
    {
        ReadingResult result = fixture.Read(text, Day, Day);

        Assert.Empty(result.Reports);
        Assert.Empty(result.Unplaced);
    }

    // "Attacked" and "explosions" say less than their sentences do; a word that says all keeps its kind.
    [Theory]
    [InlineData("Fighters attacked the post at Tarmiya and the soldiers held it; the exchange went on for two hours.", SubEventType.ArmedClash)]
    [InlineData("Drone buzzing over Kobani all night, then explosions on the depot at four, roof gone.", SubEventType.AirDroneStrike)]
    [InlineData("Explosions again at the border post of Kibati, they came over the hill from the other side, six impacts counted.", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("A suicide bomber on a motorcycle blew himself up at the gate of the barracks in Tarmiya.", SubEventType.SuicideBomb)]
    public void Read_WordThatSaysLessThanItsSentence_GivesWayToIt(string text, SubEventType kind)
    {
        ReadReport report = Assert.Single(fixture.Read(text, Day, Day).Reports);

        Assert.Equal(kind, report.SubEventType);
        Assert.Equal(kind != SubEventType.SuicideBomb, report.Reasons.ContainsKey(ReadSlot.Type));
    }

    // Two short paragraphs are two events; the second has a word for it, the first is told by examples.
    [Fact]
    public void Read_TwoShortParagraphs_AreTwoEvents()
    {
        ReadingResult result = fixture.Read("Men with machetes came over the stream into Gao, Mali, on Saturday night.\n\nOn Sunday gunmen blocked the bridge of Ansongo and took phones.", Day, Day);

        Assert.Equal(["Ansongo", "Gao"], result.Reports.Select(r => r.Place.Name).Order());
    }

    // What is old in one sentence says nothing of another.
    [Fact]
    public void Read_MessageThatRemembersSomethingToo_IsStillAReport()
    {
        ReadReport report = Assert.Single(fixture.Read("Men with machetes came over the stream into Gao, Mali, on Saturday night. In May 2021 the same road was closed for a week.", Day, Day).Reports);

        Assert.Equal(SubEventType.Attack, report.SubEventType);
    }

    private double Share(IEnumerable<(string Kind, string Text)> messages)
    {
        bool[] told = [.. messages.Select(m => fixture.Read(m.Text, Day, Day)).Select(r => r.Reports.Concat(r.Unplaced).Any(report => report.LocalType is not (LocalType.Accident or LocalType.NaturalHazard)))];
        return 100.0 * told.Count(t => t) / told.Length;
    }

    private static string Sign(string line) => line.LastIndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? line[..colon] : line;

    private static int[] Weights(string line) => [.. line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ').Select(int.Parse)];

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../services/Ingest/Alerts.Reading/Data"));
}
