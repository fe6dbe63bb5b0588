using System.Diagnostics;
using System.Text;
using Alerts.Gazetteer;
using Alerts.Reading;
using FsCheck.Xunit;
using Xunit;

namespace Alerts.Tests.Unit.Reading;

// Whatever comes in, the reader answers, and every span lies in the text.
public sealed class AnyTextTests
{
    private static readonly RuleReader Reader = new(PlaceIndex.Load());
    private static readonly DateTimeOffset Received = new(2024, 9, 18, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
    [
        "Gao", "Mali", "killed", "attacked", "12", ",", ".", " ", "\n", "17 Sep 2024", "99/99/9999", "JNIM", "claimed", "5 blessés", "yesterday", "in", "2,500",
        "Burkina Faso", "--", "(", "région de Mopti", "16.2716, -0.0447", "\ud800", "é", "31 Feb", "29 février", "at least", "0001-01-01", "9999-12-31", "suicide bomber", "24:61", "à",
    ];

    [Property(MaxTest = 500)]
    public void Read_AnyString_DoesNotThrow(string text) => Check(text ?? "");

    [Property(MaxTest = 1_000)]
    public void Read_PiecesOfReports_DoesNotThrow(byte[] picks) => Check(string.Join(' ', picks.Select(p => Pieces[p % Pieces.Length])));

    [Theory]
    [InlineData("a")]
    [InlineData("Gao ")]
    [InlineData("killed 5 people in Gao, Mali. ")]
    [InlineData("Attack in Gao, Mali on 17 Sep 2024.\n")]
    [InlineData("12,")]
    [InlineData("\u0301")]
    public void Read_MebibyteOfOnePiece_EndsSoon(string piece)
    {
        const int Chars = 1 << 20;
        string text = new StringBuilder().Insert(0, piece, Chars / piece.Length).ToString();
        long start = Stopwatch.GetTimestamp();

        Check(text);

        // Far above what it takes on a slow machine, far below what quadratic time would.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 30);
    }

    private static void Check(string text)
    {
        foreach (ReadReport report in Reader.Read(new TextInput(text, Received, "ML", null)).Reports)
        {
            Assert.True(report.SubEventType is null != report.LocalType is null);
            Assert.True(report.Time.End > report.Time.Start);
            Assert.All(
                new[] { report.TypeEvidence, report.Place.Evidence, report.Time.Evidence, report.Killed?.Evidence, report.Wounded?.Evidence, report.Actor?.Evidence, report.Standing.Evidence }.OfType<TextSpan>(),
                span => Assert.True(span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length));
        }
    }
}
