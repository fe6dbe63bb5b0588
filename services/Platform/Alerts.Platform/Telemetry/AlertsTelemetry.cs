using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Alerts.Platform.Telemetry;

/// <summary>The one source of spans and the one meter of the product. One trace leads from a submit to the alerts that follow from it.</summary>
public static class AlertsTelemetry
{
    /// <summary>Name of source and meter.</summary>
    public const string Name = "Alerts";

    /// <summary>Spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Metrics.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Starts a span that goes on from a stored trace context.</summary>
    /// <param name="name">Name of the span.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="traceparent">W3C trace context; empty starts a new trace.</param>
    /// <returns>The span, or null when nobody listens.</returns>
    public static Activity? Continue(string name, ActivityKind kind, string traceparent) =>
        ActivityContext.TryParse(traceparent, null, isRemote: true, out ActivityContext parent)
            ? Source.StartActivity(name, kind, parent)
            : Source.StartActivity(name, kind);
}
