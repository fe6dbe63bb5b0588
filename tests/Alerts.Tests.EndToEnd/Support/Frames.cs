using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>Reads what the program prints for programs.</summary>
public static class Frames
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default);

    /// <summary>The alerts among lines of NDJSON, in order.</summary>
    public static IReadOnlyList<Alert> Alerts(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Json.Parse<StreamAlertsResponse>)
            .Where(f => f.FrameCase == StreamAlertsResponse.FrameOneofCase.Alert)
            .Select(f => f.Alert.Alert)
            .Where(a => a.Kind != SituationKind.System),
    ];
}
