using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Alerts.Risk;

var risk = new SplitService(RiskSetup.StoreName, Port: 8112, typeof(RiskSetup).Assembly) { Consumes = Topics.Incidents, Publishes = Topics.Situations };
return await risk.RunAsync(args, (builder, _) => builder.AddRisk(), app => app.MapRisk());
