using Alerts.Cli;

return await CommandLine.RunAsync(args, Shell.OfProcess(args), CancellationToken.None);
