using Alerts.Platform.Storage;
using Alerts.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Alerts.Platform.Setup;

/// <summary>What every process of the split form has: settings, log, telemetry, and a plain word when it cannot start.</summary>
public static class HostProcess
{
    /// <summary>Exit code after a refused setting, EX_CONFIG of sysexits.h: a service manager need not try again.</summary>
    public const int BadSettings = 78;

    /// <summary>Exit code after a port or a store that could not be opened: trying again may help.</summary>
    public const int CannotStart = 1;

    /// <summary>Prefix of environment variables; two underscores stand between section and name: <c>ALERTS_Listen__Port</c>.</summary>
    public const string VariablePrefix = "ALERTS_";

    /// <summary>Begins a process that reads <c>appsettings.json</c> beside the program, then environment variables, then <c>--Section:Name=value</c>.</summary>
    /// <param name="name">Name of the service, such as <c>ingest</c>.</param>
    /// <param name="args">The command line.</param>
    public static WebApplicationBuilder CreateBuilder(string name, string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = $"alerts-{name}",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddEnvironmentVariables(VariablePrefix)
            .AddCommandLine(args);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter(null, LogLevel.Warning).AddFilter("Alerts", LogLevel.Information);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.AddTracing($"alerts-{name}");
        builder.AddPrometheus();
        return builder;
    }

    /// <summary>Builds and runs a process until it is told to stop.</summary>
    /// <param name="build">Puts it together.</param>
    /// <returns>Exit code: 0, <see cref="BadSettings"/> or <see cref="CannotStart"/>; what is wrong stands on the error output.</returns>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using WebApplication app = build();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            return await RefuseAsync(string.Join('\n', e.Failures), BadSettings);
        }
        catch (Exception e) when (e is InvalidDataException or StoreSchemaException)
        {
            return await RefuseAsync(e.Message, BadSettings);
        }
        catch (Exception e) when (e is IOException or StoreUnavailableException)
        {
            return await RefuseAsync(e.Message, CannotStart);
        }
    }

    private static async Task<int> RefuseAsync(string why, int code)
    {
        await Console.Error.WriteLineAsync($"Cannot start: {why}");
        return code;
    }
}
