using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Alerts.Reading;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

/// <summary>Texts that were cut, doubled, mixed and sprinkled with rubbish: the reader answers, soon, and every span lies in the text.</summary>
public sealed class MutatedTextTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const int Texts = 20_000;
    private const int MostChars = 900;
    private const string SeedVariable = "ALERTS_TEST_SEED";

    // How many texts a soak reads (tests/soak/read.sh).
    private const string TextsVariable = "ALERTS_TEST_TEXTS";

    // One text in so many is long: pieces until it has about 100 kB.
    private const int LongEvery = 5_000;
    private const int LongChars = 100_000;

    // For a text of 100 kB and every shorter one, in time of the processor: a soak reads nothing beside it.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Rubbish = ["\ud83d", "\u0301", "((((", "12,", "99/99/9999", "[07:52]", "°'\"", "\n\n", ";;;", "MCMXC", "31R", "\u200f", "null", "%s", "km", "né", "1)", "•", "\0", "\t"];

    [Fact]
    public void Read_TwentyThousandMutations_NeverFails()
    {
        int seed = Setting(SeedVariable) ?? Environment.TickCount;
        bool soak = Setting(TextsVariable) is not null;
        var random = new Random(seed);
        TimeSpan slowest = TimeSpan.Zero;
        string[] sources = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "Fixtures", "modern.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        for (int i = 0; i < (Setting(TextsVariable) ?? Texts); i++)
        {
            string text = i % LongEvery == LongEvery - 1 ? Long(sources, random) : Mutate(sources, random);
            var input = new TextInput(text, new DateTimeOffset(2025, 5, 11, 9, 0, 0, TimeSpan.Zero), i % 3 == 0 ? "ML" : null, i % 5 == 0 ? "fr" : null);
            try
            {
                TimeSpan start = Environment.CpuUsage.TotalTime;
                Check(text, fixture.Reader.Read(input));
                TimeSpan time = Environment.CpuUsage.TotalTime - start;

                // A collection of garbage is not the text's fault: what is slow is slow again.
                for (int again = 0; soak && again < 3 && time > Longest; again++) time = Quicker(time, input);
                if (soak) Assert.InRange(time, TimeSpan.Zero, Longest);
                if (time > slowest) slowest = time;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{SeedVariable}={seed}, text {i}: {e}\n{text}");
            }
            catch (Xunit.Sdk.XunitException e)
            {
                Assert.Fail($"{SeedVariable}={seed}, text {i}: {e.Message}\n{text}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{SeedVariable}={seed}: the slowest text took {slowest.TotalMilliseconds:0.0} ms of the processor");
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("Gao, ")]
    [InlineData("killed 5 people and ")]
    [InlineData("attack on attack on ")]
    [InlineData("12,345 ")]
    [InlineData("(((")]
    [InlineData("1) ")]
    [InlineData("the army of the ")]
    [InlineData("JNIM killed five soldiers in Gao on Monday. ")]
    [InlineData("16.2716, -0.0447 ")]
    public void Read_HundredKilobytesOfOnePiece_EndsSoon(string piece)
    {
        const int Chars = 100_000;
        string text = new StringBuilder().Insert(0, piece, Chars / piece.Length).ToString();
        fixture.Reader.Read(new TextInput(text[..2_000], DateTimeOffset.UnixEpoch, "ML", null));
        long start = Stopwatch.GetTimestamp();

        Check(text, fixture.Reader.Read(new TextInput(text, new DateTimeOffset(2025, 5, 11, 9, 0, 0, TimeSpan.Zero), "ML", null)));

        // Meant are 100 ms on a core of one's own; the tests share theirs.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 2_000);
    }

    private static int? Setting(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int given) ? given : null;

    private TimeSpan Quicker(TimeSpan time, TextInput input)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        fixture.Reader.Read(input);
        TimeSpan again = Environment.CpuUsage.TotalTime - start;
        return again < time ? again : time;
    }

    private static string Long(string[] sources, Random random)
    {
        var text = new StringBuilder(LongChars + (2 * MostChars));
        while (text.Length < LongChars) text.Append(Mutate(sources, random)).Append(random.Next(3) == 0 ? "\n\n" : " ");
        return text.ToString();
    }

    private static string Mutate(string[] sources, Random random)
    {
        string a = sources[random.Next(sources.Length)];
        string b = sources[random.Next(sources.Length)];
        var text = new StringBuilder(Piece(a, random));
        for (int i = random.Next(4); i >= 0; i--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                    text.Insert(at, Rubbish[random.Next(Rubbish.Length)]);
                    break;
                case 1:
                    text.Insert(at, Piece(b, random));
                    break;
                case 2 when text.Length > 2:
                    int from = random.Next(text.Length - 1);
                    text.Remove(from, Math.Min(text.Length - from, random.Next(40)));
                    break;
                case 3 when text.Length > 0:
                    text[random.Next(text.Length)] = (char)random.Next(0x20, 0x2100);
                    break;
                default:
                    return text.ToString().ToUpperInvariant();
            }
        }

        return text.ToString();
    }

    private static string Piece(string text, Random random)
    {
        int from = random.Next(text.Length);
        return text.Substring(from, Math.Min(text.Length - from, random.Next(MostChars)));
    }

    private static void Check(string text, ReadingResult result)
    {
        foreach (ReadReport report in result.Reports.Concat(result.Unplaced))
        {
            Assert.True(report.SubEventType is null != report.LocalType is null);
            Assert.True(report.Time.End > report.Time.Start);
            Assert.True(report.Killed?.Count.IsConsistent != false && report.Wounded?.Count.IsConsistent != false);
            IEnumerable<TextSpan?> spans =
            [
                report.TypeEvidence, report.Place.Evidence, report.Time.Evidence, report.Killed?.Evidence, report.Wounded?.Evidence, report.Standing.Evidence, report.OngoingEvidence,
                .. report.Actors.Select(a => (TextSpan?)a.Evidence), .. report.TargetPhrases.Select(t => (TextSpan?)t.Evidence), .. report.Tolls.Select(t => t.Killed?.Evidence),
            ];
            Inside(text, spans);
        }

        Inside(text, result.Background.Select(b => (TextSpan?)b.Evidence));
    }

    private static void Inside(string text, IEnumerable<TextSpan?> spans) =>
        Assert.All(spans.OfType<TextSpan>(), span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length));
}
