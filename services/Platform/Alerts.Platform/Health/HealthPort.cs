using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Platform.Health;

/// <summary>
/// The port for supervisors, apart from the one for callers: <c>/livez</c> (the process answers), <c>/readyz</c> (everything it knows of
/// moves; says what does not) and <c>/metrics</c> (Prometheus). Open to whoever reaches it, so it listens where the service listens.
/// </summary>
public static class HealthPort
{
    /// <summary>How far the health port lies above the service's own when it is not set.</summary>
    public const int Offset = 10;

    /// <summary>Path that answers 200 for as long as the process answers at all; services answer it on their own port too, for the gateway.</summary>
    public const string LivePath = "/livez";

    private const string ReadyPath = "/readyz";
    private const string MetricsPath = "/metrics";

    /// <summary>Listens for supervisors with HTTP/1.1.</summary>
    /// <param name="kestrel">The server; after the service's own ports, whose order counts.</param>
    /// <param name="address">Address of this machine.</param>
    /// <param name="port">Port; 0 takes any free one.</param>
    /// <param name="certificate">Certificate; null for cleartext.</param>
    public static void ListenForHealth(this KestrelServerOptions kestrel, IPAddress address, int port, X509Certificate2? certificate) =>
        kestrel.Listen(address, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            // A mark on the connection, since a port number of a request can be anything that its sender likes.
            listen.Use(next => connection =>
            {
                connection.Features.Set(new Mark());
                return next(connection);
            });
            if (certificate is not null)
                listen.UseHttps(certificate);
        });

    /// <summary>Answers what came in by the health port; nothing else reaches it and it reaches nothing else. Put it first.</summary>
    /// <param name="app">The host.</param>
    /// <returns>The same host.</returns>
    public static WebApplication UseHealthPort(this WebApplication app)
    {
        app.MapWhen(http => http.Features.Get<Mark>() is not null, branch =>
        {
            branch.UseOpenTelemetryPrometheusScrapingEndpoint(MetricsPath);
            branch.Run(AnswerAsync);
        });
        return app;
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        if (http.Request.Path == LivePath)
        {
            await http.Response.WriteAsync("live\n", http.RequestAborted);
            return;
        }

        if (http.Request.Path != ReadyPath)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync($"There is {LivePath}, {ReadyPath} and {MetricsPath}.\n", http.RequestAborted);
            return;
        }

        Measured measured = await http.RequestServices.GetRequiredService<IStatusSource>().MeasureAsync(http.RequestAborted);
        http.Response.StatusCode = measured.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync(InWords(measured), http.RequestAborted);
    }

    private static string InWords(Measured measured)
    {
        if (measured.Healthy)
            return "ready\n";
        IEnumerable<string> stuck = measured.Parts.Where(p => !p.Progress.Moves).Select(p => $"{p.Name}: {p.Progress.Detail}\n");
        string blind = measured.BlindSince is { } since ? $"BLIND since {since:yyyy-MM-ddTHH:mm:ssZ}\n" : "";
        return $"not ready\n{string.Concat(stuck)}{blind}";
    }

    private sealed class Mark;
}
