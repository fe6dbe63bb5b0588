using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Alerts.Gateway.Page;

/// <summary>One file of the dashboard, as it was built and compressed. Immutable; safe for any number of readers.</summary>
internal sealed class DashboardFile
{
    private const string Prefix = "dashboard/";

    // Its name holds a digest of its content: another content comes under another name.
    private const string Hashed = "assets/";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    // In the order in which they are preferred: brotli is the smaller.
    private static readonly (string Encoding, string Ending)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    private readonly string _name;
    private readonly byte[] _plain;
    private readonly (string Encoding, byte[] Bytes)[] _encoded;

    private DashboardFile(Assembly assembly, string name)
    {
        _name = name;
        _plain = Read(assembly, name)!;
        _encoded = [.. Compressed.Select(c => (c.Encoding, Bytes: Read(assembly, name + c.Ending))).Where(c => c.Bytes is not null).Select(c => (c.Encoding, c.Bytes!))];
    }

    /// <summary>Where it is served, such as "/" or "/assets/index-1a2b.js".</summary>
    public string Path => _name == "index.html" ? "/" : $"/{_name}";

    /// <summary>Whether it is the page itself, which only those who are signed in may see; the other files tell nothing.</summary>
    public bool IsPage => _name == "index.html";

    /// <summary>Every file that was built into the gateway.</summary>
    /// <exception cref="InvalidOperationException">The dashboard was not built.</exception>
    public static IReadOnlyList<DashboardFile> All()
    {
        Assembly assembly = typeof(DashboardFile).Assembly;
        DashboardFile[] all = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !Compressed.Any(c => name.EndsWith(c.Ending, StringComparison.Ordinal)))
            .Select(name => new DashboardFile(assembly, name[Prefix.Length..]))];
        return all.Length > 0 ? all : throw new InvalidOperationException("The gateway was built without its dashboard.");
    }

    /// <summary>Answers a request for it, in the best form that the caller takes.</summary>
    public Task WriteAsync(HttpContext http)
    {
        (string? encoding, byte[] bytes) = Best(http.Request);
        HttpResponse response = http.Response;
        response.ContentType = TypeOf(System.IO.Path.GetExtension(_name));
        response.ContentLength = bytes.Length;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        // The page stays "no-store", as everything does that only those who are signed in may see.
        if (!IsPage)
            response.Headers.CacheControl = _name.StartsWith(Hashed, StringComparison.Ordinal) ? Forever : AskAgain;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private (string? Encoding, byte[] Bytes) Best(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach ((string encoding, byte[] bytes) in _encoded)
        {
            if (accepted.Any(a => a.Quality != 0 && a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)))
                return (encoding, bytes);
        }
        return (null, _plain);
    }

    private static string TypeOf(string ending) => ending switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".webmanifest" => "application/manifest+json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private static byte[]? Read(Assembly assembly, string name)
    {
        using Stream? stream = assembly.GetManifestResourceStream(Prefix + name);
        if (stream is null)
            return null;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
