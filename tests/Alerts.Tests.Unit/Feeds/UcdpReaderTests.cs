using System.IO.Compression;
using System.Text;
using Alerts.Feeds;
using Alerts.Feeds.Ucdp;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Feeds;

// Rows are made up, in the layouts of the GED codebook (25.1) and of the reduced files; ids, places and figures are invented.
public sealed class UcdpReaderTests
{
    private const string Official = "id,year,active_year,type_of_violence,side_a,side_b,source_article,where_prec,where_coordinates,adm_1,latitude,longitude,country,country_id,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n";
    private const string Reduced = "id,date,date_end,date_precision,lat,lon,country,admin1,place,type,actor1,actor2,fatalities,source,where_precision\n";

    [Fact]
    public void Read_OfficialLayout_MapsEveryColumn()
    {
        HistoricRow row = Only(Official + "900001,2015,1,3,Group A,Civilians,\"\"\"Agency,2015-03-02,Three killed, two wounded\"\"\",1,Anytown,North,16.27,-0.05,Mali,432,1,2015-03-01 00:00:00.000,2015-03-01 00:00:00.000,0,0,3,0,3,4,2\n");
        Assert.Equal("900001", row.RecordId);
        Assert.Equal(new DateOnly(2015, 3, 1), row.LocalDate);
        Assert.Equal(TimePrecision.Day, row.TimePrecision);
        Assert.Equal(new GeoPoint(16.27, -0.05), row.Point);
        Assert.Equal(PlacePrecision.Point, row.PlacePrecision);
        Assert.Equal(("ML", "Anytown", SubEventType.Attack, (int?)3), (row.CountryCode, row.Place, row.Type, row.Killed));
        Assert.Equal([new HistoricActor("Group A", null, ActorPart.Perpetrator), new HistoricActor("Civilians", ActorType.Civilians, ActorPart.Target)], row.Actors);
        Assert.Equal("\"Agency,2015-03-02,Three killed, two wounded\"", row.Source);
    }

    [Fact]
    public void Read_ReducedLayout_MapsEveryColumn()
    {
        HistoricRow row = Only(Reduced + "77,1998-12-31,,,9.5,-13.7,Ivory Coast,,,state-based,Government of Ivory Coast,Group B,0,UCDP GED 21.1,\n");
        Assert.Equal((new DateOnly(1998, 12, 31), TimePrecision.Day, PlacePrecision.City), (row.LocalDate, row.TimePrecision, row.PlacePrecision));
        Assert.Equal(("CI", SubEventType.ArmedClash, (int?)0), (row.CountryCode, row.Type, row.Killed));
        Assert.Equal([ActorType.StateForces, ActorType.RebelGroups], row.Actors.Select(a => a.Type!.Value));
        Assert.All(row.Actors, a => Assert.Equal(ActorPart.Unknown, a.Part));
    }

    [Fact]
    public void Read_Gzip_ReadsTheSame()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Reduced + Row("1")));
        packed.Position = 0;
        Assert.Equal("1", Assert.Single(UcdpReader.Read(packed)).Row!.RecordId);
    }

    [Fact]
    public void Read_GzipCutOff_SaysSoAfterWhatCouldBeRead()
    {
        using var packed = new MemoryStream();
        // Incompressible ids, so that the cut falls among the rows.
        string rows = string.Concat(Enumerable.Range(0, 5000).Select(_ => Row(Guid.NewGuid().ToString())));
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Reduced + rows));
        List<FeedRow> read = [.. UcdpReader.Read(new MemoryStream(packed.ToArray()[..(int)(packed.Length / 2)]))];
        Assert.InRange(read.Count(r => r.Row is not null), 1, 4999);
        Assert.NotNull(read[^1].Refusal);
    }

    [Theory]
    [InlineData("1,2010-13-01,,,1,2,Mali,,,one-sided,A,B,1,S,", "start")]
    [InlineData("1,31 August 2010,,,1,2,Mali,,,one-sided,A,B,1,S,", "start")]
    [InlineData("1,2010-01-02,2010-01-01,,1,2,Mali,,,one-sided,A,B,1,S,", "before the start")]
    [InlineData("1,2010-01-01,,,95,2,Mali,,,one-sided,A,B,1,S,", "latitude")]
    [InlineData("1,2010-01-01,,,NaN,2,Mali,,,one-sided,A,B,1,S,", "latitude")]
    [InlineData("1,2010-01-01,,,\"1.000,5\",2,Mali,,,one-sided,A,B,1,S,", "no number")]
    [InlineData("1,2010-01-01,,,1,2,Mali,,,4,A,B,1,S,", "type of violence")]
    [InlineData("1,2010-01-01,,,1,2,Mali,,,one-sided,A,B,-1,S,", "killed")]
    [InlineData("1,2010-01-01,,,1,2,Mali,,,one-sided,A,B,1000000000000,S,", "killed")]
    [InlineData("1,2010-01-01,,,1,2,Mali,,,one-sided,A,B,2.5,S,", "killed")]
    [InlineData(",2010-01-01,,,1,2,Mali,,,one-sided,A,B,1,S,", "id")]
    [InlineData("1,2010-01-01,,9,1,2,Mali,,,one-sided,A,B,1,S,", "precision of the date")]
    [InlineData("1,2010-01-01,,,1,2,Mali,,,one-sided,A,B,1,S,8", "precision of the place")]
    [InlineData("1,2010-01-01", "type of violence")]
    public void Read_BadRow_SaysWhyAndGoesOn(string bad, string says)
    {
        List<FeedRow> rows = [.. Read(Reduced + Row("a") + bad + "\n" + Row("b"))];
        Assert.Equal([2, 3, 4], rows.Select(r => r.Number));
        Assert.Contains(says, rows[1].Refusal, StringComparison.Ordinal);
        Assert.False(rows[1].EndsFile);
        Assert.Equal(["a", "b"], rows.Where(r => r.Row is not null).Select(r => r.Row!.RecordId));
    }

    [Theory]
    [InlineData("1", "", TimePrecision.Day)]
    [InlineData("2.0", "", TimePrecision.Week)]
    [InlineData("3", "", TimePrecision.Week)]
    [InlineData("4", "", TimePrecision.Month)]
    [InlineData("5", "", TimePrecision.Month)]
    [InlineData("", "2010-01-06", TimePrecision.Week)]
    [InlineData("", "2010-02-06", TimePrecision.Month)]
    public void Read_DatePrecision_FollowsCodebook(string code, string end, TimePrecision expected) =>
        Assert.Equal(expected, Only(Reduced + $"1,2010-01-01,{end},{code},1,2,Mali,,,one-sided,A,B,1,S,\n").TimePrecision);

    [Fact]
    public void Read_TagRowOfHdx_IsNoData()
    {
        List<FeedRow> rows = [.. Read(Reduced + ",#date+start,,,#geo+lat,#geo+lon,#country+name,,,,,,#affected+killed,,\n" + Row("a"))];
        Assert.Equal((3, "a"), (Assert.Single(rows).Number, rows[0].Row!.RecordId));
    }

    [Fact]
    public void Read_MarksAndOrderAndSemicolonsOfASpreadsheet_AreTaken()
    {
        HistoricRow row = Only("\uFEFF\uFEFFfatalities;type;date;lat;lon;id\n2;2;2010-01-01;12,5;-7,95;x\n");
        Assert.Equal(("x", new GeoPoint(12.5, -7.95), (int?)2), (row.RecordId, row.Point, row.Killed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")]
    [InlineData("40360,1989-04-01,,,20.9,-17.0,Mauritania,,,one-sided,A,B,0,S,\n")]
    public void Read_NoUcdpFile_Throws(string text) => Assert.Throws<FeedFormatException>(() => Read(text).ToList());

    [Fact]
    public void Read_QuoteNeverClosed_EndsFileWithAReason()
    {
        string endless = "2,2010-01-01,,,1,2,Mali,,\"never closed," + new string('x', 2 * UcdpReader.MaxRowCharacters);
        List<FeedRow> rows = [.. Read(Reduced + Row("1") + endless)];
        Assert.Equal("1", rows[0].Row!.RecordId);
        Assert.True(rows[^1].EndsFile);
        Assert.Null(rows[^1].Row);
    }

    [Fact]
    public void Read_LineBreakInACell_IsOneRow()
    {
        List<FeedRow> rows = [.. Read(Reduced + "1,2010-01-01,,,1,2,Mali,,\"two\nlines\",one-sided,A,B,1,S,\n" + Row("b"))];
        Assert.Equal([2, 3], rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("DR Congo (Zaire)", "CD")]
    [InlineData("Myanmar (Burma)", "MM")]
    [InlineData("Yemen (North Yemen)", "YE")]
    [InlineData("Bosnia-Herzegovina", "BA")]
    [InlineData("Niger (of old)", "NE")]
    [InlineData("Atlantis", "")]
    public void CodeOf_UcdpsNames_AreIso(string name, string code) => Assert.Equal(code, UcdpCountries.CodeOf(name));

    [Fact]
    public void Add_QuietCountry_IsCoveredToTheFilesLastDay()
    {
        var tally = new CoverageTally();
        foreach (FeedRow row in Read(Reduced + Row("a", "2009-05-05", "Mali") + Row("b", "2017-12-30", "Niger") + Row("c", "2018-01-01", "Atlantis"))) tally.Add(row.Row!);
        Assert.Equal(
            [new FeedCoverage("ML", new DateOnly(2009, 5, 5), new DateOnly(2018, 1, 1)), new FeedCoverage("NE", new DateOnly(2009, 5, 5), new DateOnly(2018, 1, 1))],
            tally.ToCoverage());
    }

    private static string Row(string id, string date = "2010-01-01", string country = "Mali") => $"{id},{date},,,16.27,-0.05,{country},,,one-sided,A,B,1,S,\n";

    private static IEnumerable<FeedRow> Read(string text) => UcdpReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static HistoricRow Only(string text)
    {
        FeedRow only = Assert.Single(Read(text));
        Assert.Null(only.Refusal);
        return only.Row!;
    }
}
