using Alerts.Platform.Health;
using Alerts.Platform.Messaging;
using Alerts.Platform.Messaging.RabbitMq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Setup;

/// <summary>Puts the bus over RabbitMQ into a host.</summary>
public static class RabbitMqSetup
{
    /// <summary>Adds the bus; every registered <see cref="Subscription"/> is consumed while the host runs.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="options">Where the broker is.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong: the host must not start.</exception>
    public static IHostApplicationBuilder AddRabbitMqBus(this IHostApplicationBuilder builder, RabbitMqOptions options)
    {
        options.Validate();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(s => new RabbitMqBus(
            options, BusRoute.All, s.GetServices<Subscription>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddSingleton<IEventBus>(s => s.GetRequiredService<RabbitMqBus>());
        builder.Services.AddSingleton<IProgressProbe>(s => s.GetRequiredService<RabbitMqBus>());
        builder.Services.AddHostedService(s => s.GetRequiredService<RabbitMqBus>());
        return builder;
    }
}
