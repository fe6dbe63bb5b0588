using Alerts.Gazetteer;
using Alerts.Gazetteer.Import;
using Alerts.Ingest;
using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Alerts.Reading;
using Microsoft.Extensions.DependencyInjection;

var ingest = new SplitService(IngestSetup.StoreName, Port: 8111, typeof(IngestSetup).Assembly) { Publishes = Topics.Incidents };
return await ingest.RunAsync(
    args,
    (builder, _) =>
    {
        IngestOptions options = builder.Configuration.Fill("Ingest", new IngestOptions());
        PlaceIndex places = options.GazetteerFolder.Length > 0 ? new GazetteerFolder(options.GazetteerFolder).Load() : PlaceIndex.Load();
        builder.Services.AddSingleton(places).AddSingleton<ITextReader>(new RuleReader(places));
        builder.AddIngest(options);
    },
    app => app.MapIngest());
