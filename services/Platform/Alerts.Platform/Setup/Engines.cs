using Microsoft.Extensions.Configuration;

namespace Alerts.Platform.Setup;

/// <summary>Which bus and which store a process of the split form runs on: settings <c>Bus</c> and <c>Store</c>, of which there is one value each.</summary>
internal static class Engines
{
    private const string Bus = "Bus";
    private const string Store = "Store";
    private const string RabbitMq = "RabbitMq";
    private const string PostgreSql = "PostgreSql";

    /// <summary>Refuses what would lose events between processes.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The message says why.</exception>
    public static void Check(IConfiguration configuration, string service)
    {
        string[] failures =
        [
            .. Problem(configuration[Bus], Bus, RabbitMq, "InProcess", $"The in-process bus does not leave its process: no event of {service} would reach the others."),
            .. Problem(configuration[Store], Store, PostgreSql, "Sqlite", $"SQLite is one process's own file: a second {service} process would judge the same reports apart and issue its own alerts."),
        ];
        if (failures.Length > 0)
            throw Settings.Refuse("Engines", failures);
    }

    private static IEnumerable<string> Problem(string? value, string name, string only, string embedded, string why)
    {
        if (string.IsNullOrEmpty(value) || value.Equals(only, StringComparison.OrdinalIgnoreCase))
            yield break;
        yield return value.Equals(embedded, StringComparison.OrdinalIgnoreCase)
            ? $"{name}={value} is refused here. {why} Set {name}={only}, or run everything in one process: alerts up."
            : $"{name}={value} is not known. The only value is {only}.";
    }
}
