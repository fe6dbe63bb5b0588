using System.IO.Compression;
using System.Text;
using Alerts.Feeds;
using Alerts.Feeds.Acled;
using Alerts.Terms;
using Xunit;

namespace Alerts.Tests.Unit.Feeds;

// Rows are made up, in the layout of the ACLED codebook; ids, places, actors and figures are invented. No ACLED data may stand here.
public sealed class AcledReaderTests
{
    private const string Header = "\"event_id_cnty\",\"event_date\",\"year\",\"time_precision\",\"disorder_type\",\"event_type\",\"sub_event_type\",\"actor1\",\"assoc_actor_1\",\"inter1\",\"actor2\",\"assoc_actor_2\",\"inter2\",\"interaction\",\"civilian_targeting\",\"iso\",\"region\",\"country\",\"admin1\",\"admin2\",\"admin3\",\"location\",\"latitude\",\"longitude\",\"geo_precision\",\"source\",\"source_scale\",\"notes\",\"fatalities\",\"tags\",\"timestamp\"\n";

    // The columns that must be there.
    private const string Short = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,latitude,longitude,geo_precision,fatalities\n";

    [Fact]
    public void Read_WholeLayout_MapsEveryColumn()
    {
        HistoricRow row = Only(Header + "XXX7,31 August 2024,2024,1,Political violence,Violence against civilians,Attack,\"Group A, North\",,Rebel group,Civilians (Anyland),Labour Group,Civilians,Rebel group-Civilians,Civilian targeting,466,Western Africa,Mali,North,West,,Anytown,16.27,-0.05,1,Paper A; Radio B,National,\"On 31 August, a note.\nSecond line.\",12,,1725300000\n");
        Assert.Equal(("XXX7", new DateOnly(2024, 8, 31), TimePrecision.Day), (row.RecordId, row.LocalDate, row.TimePrecision));
        Assert.Equal((new GeoPoint(16.27, -0.05), PlacePrecision.City, "ML", "Anytown"), (row.Point, row.PlacePrecision, row.CountryCode, row.Place));
        Assert.Equal((SubEventType.Attack, (int?)12, "Paper A; Radio B"), (row.Type, row.Killed, row.Source));
        Assert.Equal(
            [new HistoricActor("Group A, North", ActorType.RebelGroups, ActorPart.Perpetrator), new HistoricActor("Civilians (Anyland)", ActorType.Civilians, ActorPart.Target)],
            row.Actors);
    }

    [Theory]
    [InlineData("Battles", "Government regains territory", SubEventType.GovernmentRegainsTerritory)]
    [InlineData("Battles", "Non-state actor overtakes territory", SubEventType.NonStateActorOvertakesTerritory)]
    [InlineData("Battles", "Armed clash", SubEventType.ArmedClash)]
    [InlineData("Protests", "Excessive force against protesters", SubEventType.ExcessiveForceAgainstProtesters)]
    [InlineData("Protests", "Protest with intervention", SubEventType.ProtestWithIntervention)]
    [InlineData("Protests", "Peaceful protest", SubEventType.PeacefulProtest)]
    [InlineData("Riots", "Violent demonstration", SubEventType.ViolentDemonstration)]
    [InlineData("Riots", "Mob violence", SubEventType.MobViolence)]
    [InlineData("Explosions/Remote violence", "Chemical weapon", SubEventType.ChemicalWeapon)]
    [InlineData("Explosions/Remote violence", "Air/drone strike", SubEventType.AirDroneStrike)]
    [InlineData("Explosions/Remote violence", "Suicide bomb", SubEventType.SuicideBomb)]
    [InlineData("Explosions/Remote violence", "Shelling/artillery/missile attack", SubEventType.ShellingArtilleryMissileAttack)]
    [InlineData("Explosions/Remote violence", "Remote explosive/landmine/IED", SubEventType.RemoteExplosiveLandmineIed)]
    [InlineData("Explosions/Remote violence", "Grenade", SubEventType.Grenade)]
    [InlineData("Violence against civilians", "Sexual violence", SubEventType.SexualViolence)]
    [InlineData("Violence against civilians", "Attack", SubEventType.Attack)]
    [InlineData("Violence against civilians", "Abduction/forced disappearance", SubEventType.AbductionForcedDisappearance)]
    [InlineData("Strategic developments", "Agreement", SubEventType.Agreement)]
    [InlineData("Strategic developments", "Arrests", SubEventType.Arrests)]
    [InlineData("Strategic developments", "Change to group/activity", SubEventType.ChangeToGroupActivity)]
    [InlineData("Strategic developments", "Disrupted weapons use", SubEventType.DisruptedWeaponsUse)]
    [InlineData("Strategic developments", "Headquarters or base established", SubEventType.HeadquartersOrBaseEstablished)]
    [InlineData("Strategic developments", "Looting/property destruction", SubEventType.LootingPropertyDestruction)]
    [InlineData("Strategic developments", "Non-violent transfer of territory", SubEventType.NonViolentTransferOfTerritory)]
    [InlineData("Strategic developments", "Other", SubEventType.OtherStrategicDevelopment)]
    public void Read_EveryTypeOfTheCodebook_IsItself(string type, string subType, SubEventType expected) =>
        Assert.Equal(expected, Only(Short + $"1,2024-08-31,1,{type},{subType},1,2,1,0\n").Type);

    [Theory]
    [InlineData("1", TimePrecision.Day, "2024-08-15")]
    [InlineData("2", TimePrecision.Week, "2024-08-12")] // 15 August 2024 was a Thursday.
    [InlineData("3", TimePrecision.Month, "2024-08-01")]
    public void Read_TimePrecision_NamesTheFirstDay(string code, TimePrecision precision, string day)
    {
        HistoricRow row = Only(Short + $"1,2024-08-15,{code},Battles,Armed clash,1,2,1,0\n");
        Assert.Equal((precision, day), (row.TimePrecision, row.LocalDate.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("1", PlacePrecision.City)]
    [InlineData("2", PlacePrecision.City)]
    [InlineData("3.0", PlacePrecision.AdminArea)]
    public void Read_GeoPrecision_FollowsCodebook(string code, PlacePrecision expected) =>
        Assert.Equal(expected, Only(Short + $"1,2024-08-15,1,Battles,Armed clash,1,2,{code},0\n").PlacePrecision);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("", null)]
    public void Read_Fatalities_EmptyIsUnknownAndZeroIsNoneReported(string text, int? killed) =>
        Assert.Equal(killed, Only(Short + $"1,2024-08-15,1,Battles,Armed clash,1,2,1,{text}\n").Killed);

    [Theory]
    [InlineData("466", "Mali", "ML")]
    [InlineData("4", "", "AF")]
    [InlineData("180", "Democratic Republic of Congo", "CD")]
    [InlineData("", "Democratic Republic of Congo", "CD")]
    [InlineData("0", "Kosovo", "XK")]
    [InlineData("", "Ivory Coast", "CI")]
    [InlineData("", "Atlantis", "")]
    public void CodeOf_NumberOrName_IsIso(string number, string name, string code) => Assert.Equal(code, AcledCountries.CodeOf(number, name));

    [Theory]
    [InlineData("Battles", "Armed clash", "1", "2", ActorPart.Unknown, ActorPart.Unknown)]
    [InlineData("Explosions/Remote violence", "Grenade", "2", "7", ActorPart.Unknown, ActorPart.Unknown)]
    [InlineData("Violence against civilians", "Attack", "7", "3", ActorPart.Target, ActorPart.Perpetrator)]
    [InlineData("Violence against civilians", "Attack", "Political militia", "Civilians", ActorPart.Perpetrator, ActorPart.Target)]
    [InlineData("Violence against civilians", "Attack", "", "", ActorPart.Unknown, ActorPart.Unknown)]
    public void Actors_Order_SaysNothingButTheTypeMay(string type, string subType, string inter1, string inter2, ActorPart first, ActorPart second)
    {
        HistoricRow row = Only(
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,latitude,longitude,geo_precision,fatalities,actor1,inter1,actor2,inter2\n"
            + $"1,2024-08-15,1,{type},{subType},1,2,1,0,A,{inter1},B,{inter2}\n");
        Assert.Equal([first, second], row.Actors.Select(a => a.Part));
    }

    [Theory]
    [InlineData(",2024-08-15,1,Battles,Armed clash,1,2,1,0", "event_id_cnty")]
    [InlineData("1,8/31/2024,1,Battles,Armed clash,1,2,1,0", "event_date is no date")]
    [InlineData("1,2024-02-30,1,Battles,Armed clash,1,2,1,0", "event_date is no date")]
    [InlineData("1,1924-02-20,1,Battles,Armed clash,1,2,1,0", "before 1990")]
    [InlineData("1,2024-08-15,4,Battles,Armed clash,1,2,1,0", "time_precision")]
    [InlineData("1,2024-08-15,,Battles,Armed clash,1,2,1,0", "time_precision")]
    [InlineData("1,2024-08-15,1,Battles,Armed clash,1,2,0,0", "geo_precision")]
    [InlineData("1,2024-08-15,1,Riots/Protests,Armed clash,1,2,1,0", "event_type 'Riots/Protests'")]
    [InlineData("1,2024-08-15,1,Battles,Picnic,1,2,1,0", "sub_event_type 'Picnic'")]
    [InlineData("1,2024-08-15,1,Battles,Attack,1,2,1,0", "does not belong to event_type 'Battles'")]
    [InlineData("1,2024-08-15,1,Battles,Armed clash,95,2,1,0", "latitude")]
    [InlineData("1,2024-08-15,1,Battles,Armed clash,north,2,1,0", "no number")]
    [InlineData("1,2024-08-15,1,Battles,Armed clash,1,2,1,-1", "fatalities")]
    [InlineData("1,2024-08-15,1,Battles,Armed clash,1,2,1,many", "fatalities")]
    [InlineData("1,2024-08-15", "time_precision")]
    public void Read_BadRow_SaysWhyAndGoesOn(string bad, string says)
    {
        List<FeedRow> rows = [.. Read(Short + Good("a") + bad + "\n" + Good("b"))];
        Assert.Equal([2, 3, 4], rows.Select(r => r.Number));
        Assert.Contains(says, rows[1].Refusal, StringComparison.Ordinal);
        Assert.False(rows[1].EndsFile);
        Assert.Equal(["a", "b"], rows.Where(r => r.Row is not null).Select(r => r.Row!.RecordId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")]
    [InlineData("data_id,event_date,time_precision,event_type,latitude,longitude,geo_precision,fatalities\n1,2016-01-01,1,Remote violence,1,2,1,0\n")]
    public void Read_NoAcledExport_Throws(string text) => Assert.Throws<FeedFormatException>(() => Read(text).ToList());

    [Fact]
    public void Read_GzipCutOff_SaysSoAfterWhatCouldBeRead()
    {
        using var packed = new MemoryStream();
        string rows = string.Concat(Enumerable.Range(0, 5000).Select(_ => Good(Guid.NewGuid().ToString())));
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Short + rows));
        List<FeedRow> read = [.. AcledReader.Read(new MemoryStream(packed.ToArray()[..(int)(packed.Length / 2)]))];
        Assert.InRange(read.Count(r => r.Row is not null), 1, 4999);
        Assert.NotNull(read[^1].Refusal);
    }

    // Wherever it is cut, between two rows and in the check sum at its end too: what is missing is never taken for the end of the data.
    [Fact]
    public void Read_GzipCutOffAnywhere_EndsTheFileAsDamaged()
    {
        using var packed = new MemoryStream();
        string rows = string.Concat(Enumerable.Range(0, 300).Select(i => Good($"id{i}")));
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Short + rows));
        byte[] whole = packed.ToArray();
        Assert.Equal(300, AcledReader.Read(new MemoryStream(whole)).Count(r => r.Row is not null));
        for (int length = whole.Length - 1; length > 60; length -= length > whole.Length - 12 ? 1 : 17)
        {
            byte[] cut = whole[..length];
            try
            {
                Assert.True(AcledReader.Read(new MemoryStream(cut)).Last().EndsFile, $"{length} of {whole.Length} bytes");
            }
            catch (FeedFormatException)
            {
                // Cut before the end of the header.
            }
        }
    }

    [Theory]
    [InlineData("1725300000", 1_725_300_000L)]
    [InlineData("1725300000.0", 1_725_300_000L)]
    [InlineData("", null)]
    [InlineData("yesterday", null)]
    [InlineData("-5", null)]
    public void Read_Timestamp_IsWhenTheRowWasEdited(string timestamp, long? seconds)
    {
        HistoricRow row = Only(Short.Replace("fatalities", "fatalities,timestamp", StringComparison.Ordinal) + Good("a").Replace("\n", $",{timestamp}\n", StringComparison.Ordinal));
        Assert.Equal(seconds, row.EditedAt?.ToUnixTimeSeconds());
    }

    [Fact]
    public void Read_TagRowOfHdx_IsNoData()
    {
        List<FeedRow> rows = [.. Read(Short + ",#date,,#event+type,,#geo+lat,#geo+lon,,#affected+killed\n" + Good("a"))];
        Assert.Equal((3, "a"), (Assert.Single(rows).Number, rows[0].Row!.RecordId));
    }

    private static string Good(string id) => $"{id},2024-08-15,1,Battles,Armed clash,16.27,-0.05,1,1\n";

    private static IEnumerable<FeedRow> Read(string text) => AcledReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static HistoricRow Only(string text)
    {
        FeedRow only = Assert.Single(Read(text));
        Assert.Null(only.Refusal);
        return only.Row!;
    }
}
