using System.Security.Cryptography;
using System.Text;
using Alerts.Client.Streaming;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Cli.Watching;

// Where the place in the log of one server and one filter or watch is kept: another one sees other alerts, and has its own.
internal static class WatchCursor
{
    private const int NameBytes = 12;

    public static FileCursorStore StoreFor(string stateFolder, Uri server, StreamAlertsRequest request)
    {
        byte[] wanted = request.Watch.Length > 0 ? Encoding.UTF8.GetBytes(request.Watch) : request.Filter.ToByteArray();
        byte[] key = SHA256.HashData([.. Encoding.UTF8.GetBytes(server.GetLeftPart(UriPartial.Authority)), 0, .. wanted]);
        return new FileCursorStore(Path.Combine(stateFolder, "cursors", Convert.ToHexStringLower(key[..NameBytes])));
    }
}
