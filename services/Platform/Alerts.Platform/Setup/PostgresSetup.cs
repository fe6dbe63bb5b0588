using System.Reflection;
using Alerts.Platform.Storage;
using Alerts.Platform.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Setup;

/// <summary>Puts stores on PostgreSQL into a host.</summary>
public static class PostgresSetup
{
    /// <summary>Adds a service's store in a schema of its own, open from its first use, closed with the host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">Name of the service and of its schema; also the key of <see cref="IStore"/>.</param>
    /// <param name="options">The database.</param>
    /// <param name="migrations">The assembly that embeds the service's scripts.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot work.</exception>
    public static IHostApplicationBuilder AddPostgresStore(this IHostApplicationBuilder builder, string name, PostgresOptions options, Assembly migrations)
    {
        options.Validate();
        builder.Services.AddKeyedSingleton<IStore>(name, (s, _) => Open(s, name, options, migrations));
        builder.Services.AddSingleton(s => s.GetRequiredKeyedService<IStore>(name));
        return builder;
    }

    // The container makes its services one by one and cannot wait otherwise; this is at the start, before anything is served.
    private static PostgresStore Open(IServiceProvider services, string name, PostgresOptions options, Assembly migrations) => Task.Run(() => PostgresStore.OpenAsync(
        name,
        options,
        migrations,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<PostgresStore>>(),
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None)).GetAwaiter().GetResult();
}
