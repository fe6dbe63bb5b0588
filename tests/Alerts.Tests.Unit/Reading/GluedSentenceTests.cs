using System.Text.Json;
using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// An attack told beside any sentence of the 499 texts of Fixtures, which speak of other towns, other days, courts, matches, rumours and denials. Most of those that take it back mean to ("Please delete").
public sealed class GluedSentenceTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const int Shortest = 15;
    private const int Longest = 300;
    private static readonly DateOnly Day = new(2025, 9, 29);

    private static readonly Dictionary<string, string> Attacks = new(StringComparer.Ordinal)
    {
        ["en"] = "Gunmen killed six people in Gao, Mali, on Sunday.",
        ["fr"] = "Des hommes armés ont tué six personnes à Gao, au Mali, dimanche.",
    };

    [Fact]
    public void Read_AttackBeforeAnySentence_Stands() => Assert.InRange(Standing((attack, sentence) => $"{attack} {sentence}"), 0.99, 1);

    [Fact]
    public void Read_AttackBehindAnySentence_IsTold() => Assert.InRange(Standing((attack, sentence) => $"{sentence} {attack}"), 0.92, 1);

    private double Standing(Func<string, string, string> glue)
    {
        int all = 0;
        int standing = 0;
        foreach ((string language, string sentence) in Sentences())
        {
            all++;
            if (fixture.Read(glue(Attacks[language], sentence), Day, Day).Reports.Any(IsTheAttack)) standing++;
        }

        Assert.True(all > 4_000);
        return (double)standing / all;
    }

    private static bool IsTheAttack(ReadReport report) => report.Place.Name == "Gao" && report.Time.LocalDate == Day.AddDays(-1);

    private static IEnumerable<(string Language, string Sentence)> Sentences()
    {
        foreach (string file in (string[])["modern.jsonl", "field.jsonl"])
        {
            foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "Fixtures", file)))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                string language = document.RootElement.GetProperty("lang").GetString()!;
                foreach (string part in document.RootElement.GetProperty("text").GetString()!.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries))
                {
                    if (part.Length is > Shortest and < Longest) yield return (language, part);
                }
            }
        }
    }
}
