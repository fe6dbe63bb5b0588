using System.Security.Cryptography;
using System.Text;
using Alerts.Client.Streaming;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Cli.Watching;

// Where the place in the log of one server and one filter is kept: another filter sees other alerts, and has its own.
internal static class WatchCursor
{
    private const int NameBytes = 12;

    public static FileCursorStore StoreFor(string stateFolder, Uri server, AlertFilter filter)
    {
        byte[] key = SHA256.HashData([.. Encoding.UTF8.GetBytes(server.GetLeftPart(UriPartial.Authority)), 0, .. filter.ToByteArray()]);
        return new FileCursorStore(Path.Combine(stateFolder, "cursors", Convert.ToHexStringLower(key[..NameBytes])));
    }
}
