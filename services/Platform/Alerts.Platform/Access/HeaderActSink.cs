using Microsoft.AspNetCore.Http;

namespace Alerts.Platform.Access;

/// <summary>Tells the gateway in a header of the answer: in a service of the split form, which has no audit of its own. Stateless, thread safe.</summary>
public sealed class HeaderActSink : IActSink
{
    /// <summary>The header; the gateway takes it off.</summary>
    public const string Header = "x-alerts-act";

    private const char Separator = '|';

    /// <summary>Reads the header.</summary>
    /// <param name="header">What a service wrote.</param>
    /// <returns>As in <see cref="IActSink.NoteAsync"/>.</returns>
    public static (string Target, string Detail) Read(string header) =>
        header.Split(Separator, 2) is [{ } target, { } detail] ? (target, detail) : (header, "");

    /// <inheritdoc/>
    public Task NoteAsync(HttpContext http, string method, string target, string detail)
    {
        http.Response.Headers[Header] = target + Separator + detail;
        return Task.CompletedTask;
    }
}
