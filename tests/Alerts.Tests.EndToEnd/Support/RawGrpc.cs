using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Alerts.Client.Discovery;
using Grpc.Core;

namespace Alerts.Tests.EndToEnd.Support;

/// <summary>A gRPC client without manners: sends the bytes it is given, in one frame, and says of which encoding they are.</summary>
public static class RawGrpc
{
    private const int HeaderSize = 5;

    public static byte[] Frame(ReadOnlySpan<byte> message, bool compressed = false)
    {
        byte[] frame = new byte[HeaderSize + message.Length];
        frame[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    /// <summary>The first frame of some bytes, and what comes behind it.</summary>
    public static (byte Flag, byte[] Message, byte[] After) Unframe(byte[] bytes)
    {
        int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1));
        return (bytes[0], bytes[HeaderSize..(HeaderSize + length)], bytes[(HeaderSize + length)..]);
    }

    /// <summary>Calls an rpc.</summary>
    /// <param name="server">Where.</param>
    /// <param name="method">Full name of the rpc.</param>
    /// <param name="message">Bytes of the one message.</param>
    /// <param name="encoding">How they are said to be compressed; null for not at all.</param>
    /// <param name="web">As gRPC-Web on the HTTP port, which is HTTP/1.1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<Answer> CallAsync(
        ServerFile server, string method, byte[] message, string? encoding, bool web, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(web ? server.Http : server.Grpc), method))
        {
            Version = web ? HttpVersion.Version11 : HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame(message, encoding is not null)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (encoding is not null)
            request.Headers.Add("grpc-encoding", encoding);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(web ? "application/grpc-web+proto" : "application/grpc");
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        string? details = Header(response, "grpc-status-details-bin");
        return details is null
            ? new Answer(Answer.NotRest, (StatusCode)int.Parse(Header(response, "grpc-status") ?? "2"), "", "", [])
            : Answer.Of(Answer.NotRest, Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='))));
    }

    // Of an answer without a message the status stands in the headers.
    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? trailing) || response.Headers.TryGetValues(name, out trailing) ? trailing.Single() : null;
}
