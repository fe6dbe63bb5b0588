using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alerts.Platform.Telemetry;

/// <summary>Puts spans and metrics into a host.</summary>
public static class TelemetrySetup
{
    // Names that the framework's own parts give to their spans and metrics.
    private const string AspNetCore = "Microsoft.AspNetCore";
    private const string Forwarding = "Yarp.ReverseProxy";
    private const string Bus = "MassTransit";
    private const string Requests = "Microsoft.AspNetCore.Hosting";
    private const string Connections = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Adds spans, sent by OTLP to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without that variable to nobody.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="process">Name of the process in traces, such as <c>alerts-ingest</c>; <c>OTEL_SERVICE_NAME</c> goes before it.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddTracing(this IHostApplicationBuilder builder, string process)
    {
        // The exporter reads the configuration, to which not every host adds the whole environment.
        builder.Configuration.AddInMemoryCollection(Variables());
        bool isNamed = builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 };
        bool isSent = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        builder.Services.AddOpenTelemetry().WithTracing(tracing =>
        {
            if (!isNamed)
                tracing.ConfigureResource(resource => resource.AddService(process));
            tracing.AddSource(AlertsTelemetry.Name, AspNetCore, Forwarding, Bus);
            if (isSent)
                tracing.AddOtlpExporter();
        });
        return builder;
    }

    /// <summary>Adds the metrics that the health port shows to Prometheus, those of <see cref="ProgressMetrics"/> among them.</summary>
    /// <param name="builder">The host.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddPrometheus(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ProgressMetrics>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(AlertsTelemetry.Name, Requests, Connections)
            .AddPrometheusExporter());
        return builder;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        where ((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal)
        select KeyValuePair.Create((string)variable.Key, (string?)variable.Value);
}
