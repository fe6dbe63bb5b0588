using Alerts.Gazetteer;
using Alerts.Ingest.Grpc;
using Alerts.Ingest.Incidents;
using Alerts.Ingest.Messaging;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Storage;
using Alerts.Platform.Health;
using Alerts.Platform.Storage;
using Alerts.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alerts.Ingest;

/// <summary>Puts ingest into a host: it takes in what sources say and folds it into incidents.</summary>
/// <remarks>
/// The host registers beforehand: <c>IStore</c> and <c>IOutbox</c> keyed <see cref="StoreName"/> (topic <c>Topics.Incidents</c>), <c>DomainClock</c>,
/// <c>TimeProvider</c>, <see cref="PlaceIndex"/>, <see cref="ITextReader"/>, <c>PageTokens</c> and gRPC.
/// </remarks>
public static class IngestSetup
{
    /// <summary>Key of the service's store and outbox.</summary>
    public const string StoreName = "ingest";

    /// <summary>Adds the service, with the loop that folds for as long as the host runs.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">What an operator set; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddIngest(this IHostApplicationBuilder builder, IngestOptions? options = null)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<FoldSignal>();
        services.AddSingleton<PlaceResolver>();
        services.AddSingleton<PlaceSearch>();
        services.AddSingleton<ReportValidator>();
        services.AddSingleton(s => new TextIntake(s.GetRequiredService<ITextReader>(), s.GetRequiredService<ReportValidator>(), (options ?? new IngestOptions()).Country));
        services.AddSingleton<IReportStore, ReportStore>();
        services.AddSingleton<IIncidentReader, IncidentReader>();
        services.AddSingleton<IncidentEvents>();
        services.AddSingleton<IHistoryEvents<IWriteSession>>(s => s.GetRequiredService<IncidentEvents>());
        services.AddSingleton<IHistoryStore, HistoryStore>();
        services.AddSingleton<FoldStep>();
        services.AddSingleton<FoldingLoop>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<FoldingLoop>());
        services.AddSingleton<IProgressProbe>(s => s.GetRequiredService<FoldingLoop>());
        return builder;
    }

    /// <summary>Maps the service's rpcs, and their REST form where the host has set that up.</summary>
    /// <param name="app">The host's routes.</param>
    /// <returns>The same routes.</returns>
    public static IEndpointRouteBuilder MapIngest(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<IngestGrpcService>();
        return app;
    }
}
