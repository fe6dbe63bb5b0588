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
        { Modern, "en", "reportable", 98 }, { Modern, "en", "incident", 94 }, { Modern, "en", "type", 91 }, { Modern, "en", "country", 93 }, { Modern, "en", "place", 79 }, { Modern, "en", "day", 90 },
        { Modern, "en", "perpetrators", 81 }, { Modern, "en", "targets", 69 },
        { Modern, "fr", "reportable", 95 }, { Modern, "fr", "incident", 87 }, { Modern, "fr", "type", 87 }, { Modern, "fr", "country", 87 }, { Modern, "fr", "place", 74 }, { Modern, "fr", "day", 81 },
        { Modern, "fr", "perpetrators", 80 }, { Modern, "fr", "targets", 65 },
        { Field, "en", "reportable", 90 }, { Field, "en", "incident", 84 }, { Field, "en", "type", 77 }, { Field, "en", "country", 82 }, { Field, "en", "place", 74 }, { Field, "en", "day", 77 },
        { Field, "en", "perpetrators", 63 }, { Field, "en", "targets", 61 },
        { Field, "fr", "reportable", 88 }, { Field, "fr", "incident", 87 }, { Field, "fr", "type", 82 }, { Field, "fr", "country", 86 }, { Field, "fr", "place", 74 }, { Field, "fr", "day", 84 },
        { Field, "fr", "perpetrators", 66 }, { Field, "fr", "targets", 62 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Read_DevelopmentTexts_HoldsTheFloor(string file, string language, string slot, double floor) => Assert.InRange(Score(file, language).F1(slot), floor, 100);

    [Theory]
    [InlineData(Modern, "en", 40, 4)]
    [InlineData(Modern, "fr", 40, 2)]
    [InlineData(Field, "en", 200, 7)]
    [InlineData(Field, "fr", 100, 6)]
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
