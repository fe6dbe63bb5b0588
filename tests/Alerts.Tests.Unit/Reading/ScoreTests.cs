using System.Globalization;
using System.Text.Json;
using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

/// <summary>Holds what the reader reached on the texts of Fixtures/modern.jsonl. Floors lie about two points below what was measured when they were set.</summary>
public sealed class ScoreTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    public static TheoryData<string, string, double> Floors => new()
    {
        { "en", "reportable", 95 }, { "en", "incident", 86 }, { "en", "type", 81 }, { "en", "country", 83 }, { "en", "place", 52 }, { "en", "day", 81 }, { "en", "perpetrators", 58 }, { "en", "targets", 46 },
        { "fr", "reportable", 94 }, { "fr", "incident", 82 }, { "fr", "type", 80 }, { "fr", "country", 75 }, { "fr", "place", 45 }, { "fr", "day", 74 }, { "fr", "perpetrators", 50 }, { "fr", "targets", 40 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Read_DevelopmentTexts_HoldsTheFloor(string language, string slot, double floor) => Assert.InRange(Score(language).F1(slot), floor, 100);

    [Theory]
    [InlineData("en", 6)]
    [InlineData("fr", 2)]
    public void Read_DevelopmentTexts_HardlyLeakBackground(string language, int most)
    {
        Scoring scoring = Score(language);

        Assert.True(scoring.Background >= 40);
        Assert.InRange(scoring.Leaks, 0, most);
    }

    private Scoring Score(string language)
    {
        var scoring = new Scoring();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "Fixtures", "modern.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement gold = document.RootElement;
            if (gold.GetProperty("lang").GetString() != language) continue;
            var day = DateOnly.Parse(gold.GetProperty("dateline_date").GetString()!, CultureInfo.InvariantCulture);
            ReadingResult result = fixture.Reader.Read(new TextInput(gold.GetProperty("text").GetString()!, new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero), null, null)
            {
                Title = gold.GetProperty("title").GetString(),
                DatelineDate = day,
            });
            using JsonDocument said = JsonDocument.Parse(PredictionLine.Of("text", result));
            scoring.Add(gold, [.. said.RootElement.GetProperty("incidents").EnumerateArray()]);
        }

        return scoring;
    }
}
