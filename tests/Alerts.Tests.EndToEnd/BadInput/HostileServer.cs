using Alerts.Client;
using Alerts.Tests.EndToEnd.Support;
using Alerts.V1;
using Grpc.Core;
using Xunit;

namespace Alerts.Tests.EndToEnd.BadInput;

/// <summary>A server on an empty folder that is sent bad requests only, and the cursors to send.</summary>
public sealed class HostileServer : RunningServer
{
    private const string CursorKeyFile = "cursor.key";

    /// <summary>A cursor that this server gave.</summary>
    public string GoodCursor { get; private set; } = "";

    /// <summary>A good cursor in which one character was changed.</summary>
    public string ForgedCursor => GoodCursor[..40] + (GoodCursor[40] == 'A' ? 'B' : 'A') + GoodCursor[41..];

    /// <summary>A cursor that is sealed as this server seals them, of a log that is not this server's: what a restored copy leaves behind.</summary>
    public string ExpiredCursor { get; private set; } = "";

    /// <summary>Names of the files in the data folder before the first bad request.</summary>
    public IReadOnlyList<string> FilesAtFirst { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        GoodCursor = await CursorAsync(Client);
        ExpiredCursor = await OtherLogsCursorAsync();
        FilesAtFirst = Files();
    }

    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder.Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>What the server answered; code OK when it took the request.</summary>
    public static async Task<Answer> AnswerAsync(Func<Task> call)
    {
        try
        {
            await call();
            return new Answer(Answer.NotRest, StatusCode.OK, "", "", []);
        }
        catch (RpcException e)
        {
            return Answer.Of(e);
        }
    }

    private async Task<string> OtherLogsCursorAsync()
    {
        using var other = new TestFolder();
        Directory.CreateDirectory(other.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(Path.Combine(Folder.Data, CursorKeyFile), Path.Combine(other.Data, CursorKeyFile));
        using AlertsProcess process = await AlertsProcess.UpAsync(other, TestContext.Current.CancellationToken, "--no-stream");
        using AlertsClient client = process.Connect();
        return await CursorAsync(client);
    }

    private static async Task<string> CursorAsync(AlertsClient client)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using AsyncServerStreamingCall<StreamAlertsResponse> call = client.Notify.StreamAlerts(new StreamAlertsRequest(), cancellationToken: cancel);
        Assert.True(await call.ResponseStream.MoveNext(cancel));
        return call.ResponseStream.Current.Subscribed.Cursor;
    }
}
