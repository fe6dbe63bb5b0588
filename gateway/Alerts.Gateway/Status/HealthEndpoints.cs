using Alerts.Platform.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Gateway.Status;

/// <summary>Health for supervisors, open to all and without detail: alive, and ready.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => Results.Text("live\n")).AllowAnonymous();
        app.MapGet("/healthz/ready", async (IStatusSource status, CancellationToken cancellationToken) =>
            (await status.MeasureAsync(cancellationToken)).Healthy
                ? Results.Text("ready\n")
                : Results.Text("not ready\n", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
