using System.Globalization;
using System.Text.Json;
using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

/// <summary>Holds what the reader reached on the texts of Fixtures. Floors lie about two points below what was measured when they were set.</summary>
public sealed class ScoreTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Modern = "modern.jsonl";
    private const string Field = "field.jsonl";

    public static TheoryData<string, string, string, double> Floors => new()
    {
        { Modern, "en", "reportable", 98 }, { Modern, "en", "incident", 91 }, { Modern, "en", "type", 89 }, { Modern, "en", "country", 89 }, { Modern, "en", "place", 62 }, { Modern, "en", "day", 85 },
        { Modern, "en", "perpetrators", 70 }, { Modern, "en", "targets", 60 },
        { Modern, "fr", "reportable", 94 }, { Modern, "fr", "incident", 81 }, { Modern, "fr", "type", 82 }, { Modern, "fr", "country", 81 }, { Modern, "fr", "place", 48 }, { Modern, "fr", "day", 74 },
        { Modern, "fr", "perpetrators", 70 }, { Modern, "fr", "targets", 58 },
        { Field, "en", "reportable", 90 }, { Field, "en", "incident", 82 }, { Field, "en", "type", 78 }, { Field, "en", "country", 79 }, { Field, "en", "place", 66 }, { Field, "en", "day", 72 },
        { Field, "en", "perpetrators", 57 }, { Field, "en", "targets", 60 },
        { Field, "fr", "reportable", 89 }, { Field, "fr", "incident", 84 }, { Field, "fr", "type", 79 }, { Field, "fr", "country", 81 }, { Field, "fr", "place", 60 }, { Field, "fr", "day", 79 },
        { Field, "fr", "perpetrators", 59 }, { Field, "fr", "targets", 50 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Read_DevelopmentTexts_HoldsTheFloor(string file, string language, string slot, double floor) => Assert.InRange(Score(file, language).F1(slot), floor, 100);

    [Theory]
    [InlineData(Modern, "en", 40, 4)]
    [InlineData(Modern, "fr", 40, 2)]
    [InlineData(Field, "en", 40, 3)]
    [InlineData(Field, "fr", 20, 2)]
    public void Read_DevelopmentTexts_HardlyLeakBackground(string file, string language, int least, int most)
    {
        Scoring scoring = Score(file, language);

        Assert.True(scoring.Background >= least);
        Assert.InRange(scoring.Leaks, 0, most);
    }

    private Scoring Score(string file, string language)
    {
        var scoring = new Scoring();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "Fixtures", file)))
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
