using System.Net;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Alerts.Tests.EndToEnd.DeadLetters;

/// <summary>Events that could not be handled, in the real all-in-one: listed without what they say, handled anew, and in the audit.</summary>
public sealed class DeadLetterTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeadLetters_ListedAndReplayed_AreHandledOnceAndAudited()
    {
        SetAside("risk", new Event { EventId = "mended", WatermarkAdvanced = new WatermarkAdvanced { CompleteThroughTime = DateTimeOffset.UnixEpoch.ToTimestamp(), SentTime = DateTimeOffset.UnixEpoch.ToTimestamp() } });
        // No situation has such a name.
        SetAside("notify", new Event { EventId = "hopeless", SituationAssessed = new SituationAssessed { Situation = "canary of a letter" } });

        ListDeadLettersResponse first = await server.Client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest { PageSize = 1 }, cancellationToken: Cancel);
        DeadLetter hopeless = Assert.Single(first.DeadLetters);
        Assert.DoesNotContain("canary", first.ToString());
        ListDeadLettersResponse second = await server.Client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest { PageSize = 1, PageToken = first.NextPageToken }, cancellationToken: Cancel);
        DeadLetter mended = Assert.Single(second.DeadLetters);
        Assert.Equal(("risk", "mended", "watermark_advanced", "it was wrong"), (mended.Part, mended.EventId, mended.Kind, mended.Reason));
        Assert.Empty(second.NextPageToken);

        Assert.Equal(mended, (await server.Client.DeadLetters.ReplayDeadLetterAsync(new ReplayDeadLetterRequest { Name = mended.Name }, cancellationToken: Cancel)).DeadLetter);
        RpcException gone = await Assert.ThrowsAsync<RpcException>(() => server.Client.DeadLetters.ReplayDeadLetterAsync(new ReplayDeadLetterRequest { Name = mended.Name }, cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, gone.StatusCode);
        using HttpResponseMessage still = await server.Http.PostAsync($"/v1/{hopeless.Name}:replay", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, still.StatusCode);
        Assert.Contains("STILL_DEAD", await still.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(hopeless.EventId, Assert.Single((await server.Client.DeadLetters.ListDeadLettersAsync(new ListDeadLettersRequest(), cancellationToken: Cancel)).DeadLetters).EventId);

        ListAuditResponse audit = await server.Client.Access.ListAuditAsync(new ListAuditRequest { Parent = "organisations/local", PageSize = 500 }, cancellationToken: Cancel);
        Assert.Equal(mended.Name, Assert.Single(audit.Entries, e => e.Action == "DeadLetterService/ReplayDeadLetter").Target);
    }

    // As a consumer leaves them.
    private void SetAside(string part, Event body)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder.Data, $"{part}.db")};Pooling=False;Default Timeout=30");
        connection.Open();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO dead_letter (consumer, event_id, reason, body, created_us) VALUES ($part, $id, 'it was wrong', $body, 1)";
        insert.Parameters.AddWithValue("$part", part);
        insert.Parameters.AddWithValue("$id", body.EventId);
        insert.Parameters.AddWithValue("$body", body.ToByteArray());
        insert.ExecuteNonQuery();
    }
}
