using Alerts.Tests.EndToEnd.Faults.Checking;
using Alerts.Tests.EndToEnd.Faults.Miniature;
using Xunit;

namespace Alerts.Tests.EndToEnd.Faults;

/// <summary>A checker that finds nothing is worth something only if it finds what is there.</summary>
public sealed class CheckerTests
{
    // Arbitrary: each seed is another run of about 1,000 steps with some 20 cuts.
    private const int Seeds = 50;

    [Fact]
    public void Check_SoundPipeline_FindsNothing()
    {
        for (int seed = 0; seed < Seeds; seed++)
            Assert.Empty(Checker.Check(new MiniaturePipeline(Defect.None, seed).Run()));
    }

    [Theory]
    // A report lost after OK is missing in the store, and so is all that follows from it; and a bookmark may vouch for one that is not there yet.
    [InlineData(nameof(Defect.AcknowledgeBeforeCommit), new[] { nameof(Guarantee.Stored), nameof(Guarantee.Derived), nameof(Guarantee.Complete) })]
    // A dropped event leaves the report where it is; the alert never comes to be, so that nobody misses it in the log.
    [InlineData(nameof(Defect.DropOnRedelivery), new[] { nameof(Guarantee.Derived) })]
    [InlineData(nameof(Defect.DuplicateOnResume), new[] { nameof(Guarantee.Unique) })]
    [InlineData(nameof(Defect.SkipOnResume), new[] { nameof(Guarantee.Complete) })]
    // What comes out of its place was also missing at a bookmark, had one come in between.
    [InlineData(nameof(Defect.NewestFirst), new[] { nameof(Guarantee.Ordered), nameof(Guarantee.Complete) })]
    [InlineData(nameof(Defect.BookmarkOfTheLog), new[] { nameof(Guarantee.Complete) })]
    [InlineData(nameof(Defect.LoseWhatLeftMemory), new[] { nameof(Guarantee.Complete) })]
    // A report that is there twice is part of two incidents.
    [InlineData(nameof(Defect.ForgetRequests), new[] { nameof(Guarantee.Stored), nameof(Guarantee.Derived) })]
    [InlineData(nameof(Defect.AppendOnRedelivery), new[] { nameof(Guarantee.Unique), nameof(Guarantee.Derived) })]
    [InlineData(nameof(Defect.OtherWordsAfterRestart), new[] { nameof(Guarantee.Agreed) })]
    public void Check_SeededDefect_IsCaughtByName(string defect, string[] broken)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            IReadOnlyList<Violation> found = Checker.Check(new MiniaturePipeline(Enum.Parse<Defect>(defect), seed).Run());
            Assert.True(found.Select(v => v.Guarantee.ToString()).Contains(broken[0]), $"Seed {seed}: {defect} was not caught.");
            Assert.Subset(broken.ToHashSet(), found.Select(v => v.Guarantee.ToString()).ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Corruptions))]
    public void Check_CorruptedHistory_NamesTheGuarantee(string corruption, string broken)
    {
        List<HistoryRecord> records = [.. new MiniaturePipeline(Defect.None, seed: 1).Run()];
        Corrupt(corruption, records);
        Assert.Equal([broken], Checker.Check(records).Select(v => v.Guarantee.ToString()).Distinct());
    }

    [Fact]
    public void ReadBack_EveryKindOfRecord_IsTheSame()
    {
        IReadOnlyList<HistoryRecord> records = new MiniaturePipeline(Defect.None, seed: 2).Run();
        string path = Path.GetTempFileName();
        try
        {
            using var file = new HistoryFile(path);
            foreach (HistoryRecord record in records)
                file.Add(record);
            Assert.Equivalent(records, file.ReadBack(), strict: true);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static TheoryData<string, string> Corruptions() => new()
    {
        { "report gone", nameof(Guarantee.Stored) },
        { "report of another", nameof(Guarantee.Stored) },
        { "second name for a request", nameof(Guarantee.Stored) },
        { "second alert for a report", nameof(Guarantee.Derived) },
        { "threat forgets", nameof(Guarantee.Derived) },
        { "threat counts twice", nameof(Guarantee.Derived) },
        { "two alerts swapped", nameof(Guarantee.Ordered) },
        { "alert twice", nameof(Guarantee.Unique) },
        { "alert never came", nameof(Guarantee.Complete) },
        { "bookmark too early", nameof(Guarantee.Complete) },
        { "other words", nameof(Guarantee.Agreed) },
        { "alert for others", nameof(Guarantee.Complete) },
    };

    private static void Corrupt(string corruption, List<HistoryRecord> records)
    {
        int First<T>() => records.FindIndex(r => r is T);
        int Last<T>() => records.FindLastIndex(r => r is T);
        int delivered = First<HistoryRecord.Delivered>();
        int stored = First<HistoryRecord.StoredReport>();
        int threat = First<HistoryRecord.StoredThreat>();
        switch (corruption)
        {
            case "report gone":
                records.RemoveAt(stored);
                break;
            case "report of another":
                records[stored] = (HistoryRecord.StoredReport)records[stored] with { Request = "request-7" };
                break;
            case "second name for a request":
                records.Insert(delivered, (HistoryRecord.Answered)records[First<HistoryRecord.Answered>()] with { Report = "reports/more" });
                break;
            case "second alert for a report":
                // Seen by everybody alike, so that nothing else is wrong.
                var alert = (HistoryRecord.StoredAlert)records[Last<HistoryRecord.StoredAlert>()] with { Alert = "alerts/more", Revision = 2 };
                records.Add(alert);
                records.Insert(Last<HistoryRecord.Delivered>() + 1, new HistoryRecord.Delivered("resuming", alert.Alert, alert.Situation, alert.Revision, alert.Body, default));
                break;
            case "threat forgets":
                records.RemoveAt(threat);
                break;
            case "threat counts twice":
                var counted = (HistoryRecord.StoredThreat)records[threat];
                records[threat] = counted with { Situations = [.. counted.Situations, .. counted.Situations] };
                break;
            case "two alerts swapped":
                int pair = Enumerable.Range(1, records.Count - 1).First(i => records[i - 1] is HistoryRecord.Delivered && records[i] is HistoryRecord.Delivered);
                (records[pair - 1], records[pair]) = (records[pair], records[pair - 1]);
                break;
            case "alert twice":
                records.Insert(Last<HistoryRecord.Marked>(), records[delivered]);
                break;
            case "alert never came":
                records.RemoveAt(Last<HistoryRecord.Delivered>());
                records.RemoveAll(r => r is HistoryRecord.Marked);
                break;
            case "bookmark too early":
                records.Insert(delivered, new HistoryRecord.Marked("resuming", DateTimeOffset.MaxValue));
                break;
            case "other words":
                records[delivered] = (HistoryRecord.Delivered)records[delivered] with { Body = "another" };
                break;
            case "alert for others":
                int listed = First<HistoryRecord.StoredAlert>();
                records[listed] = (HistoryRecord.StoredAlert)records[listed] with { Countries = ["NE"] };
                records.Insert(0, new HistoryRecord.Joined("resuming", ["ML"]));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(corruption), corruption, "No such corruption.");
        }
    }
}
