using Alerts.Gazetteer;
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
        PlaceIndex places = PlaceIndex.Load();
        builder.Services.AddSingleton(places).AddSingleton<ITextReader>(new RuleReader(places));
        builder.AddIngest(builder.Configuration.Fill("Ingest", new IngestOptions()));
    },
    app => app.MapIngest());
