using Alerts.Gateway.Host;
using Alerts.Platform.Setup;

return await HostProcess.RunAsync(() => GatewayProcess.Build(args));
