using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Alerts.Tests.Architecture;

/// <summary>The product's assemblies as they were built, and the words of architecture.md for their parts.</summary>
internal static class Product
{
    /// <summary>The core folders of the services: what they do, without how it is stored or sent.</summary>
    public const string Core =
        @"^Alerts\.(Ingest\.(Reports|Incidents|Sources)|Risk\.(Acute|Access|Levels|Situations|Views)|Notify\.(Situations|Watches|Log|Streaming|Delivery))(\.|$)";

    /// <summary>What nobody else has: useful without a server.</summary>
    public const string Pure = @"^Alerts\.(Terms|Gazetteer|Reading|TextForms|Feeds|Forecast)(\.|$)";

    public const string Services = @"^Alerts\.(Ingest|Risk|Notify)(\.|$)";

    /// <summary>The folders of a service that may speak protobuf.</summary>
    public const string Edges = @"^Alerts\.(Ingest|Risk|Notify)\.(Grpc|Messaging|Storage|Wire)(\.|$)";

    public const string Top = @"^Alerts\.(Gateway|AllInOne|Client|Cli)(\.|$)";

    public const string Generated = @"^Alerts\.V1(\.|$)";

    public const string Protobuf = @"^Google\.(Protobuf|Rpc|Api)(\.|$)";

    public const string GrpcFramework = @"^(Grpc|Microsoft\.AspNetCore)(\.|$)";

    /// <summary>Stores, buses, hosting.</summary>
    public const string Backends = @"^(Microsoft\.(Data|EntityFrameworkCore|Extensions\.(Hosting|DependencyInjection))|SQLitePCL|DbUp|MassTransit|RabbitMQ|Npgsql|OpenTelemetry)(\.|$)";

    private static readonly string[] Names =
    [
        "Alerts.Terms", "Alerts.Gazetteer", "Alerts.Platform", "Alerts.Reading", "Alerts.TextForms", "Alerts.Feeds", "Alerts.Ingest", "Alerts.Forecast", "Alerts.Risk",
        "Alerts.Notify", "Alerts.Ingest.Host", "Alerts.Risk.Host", "Alerts.Notify.Host", "Alerts.Gateway.Host", "Alerts.Gateway", "Alerts.AllInOne", "Alerts.Client", "alerts", "Alerts.Protos",
    ];

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Names.Select(Assembly.Load)];

    /// <summary>With what they refer to, so that a rule can name foreign types too.</summary>
    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader().LoadAssemblies([.. Assemblies]).Build();

    /// <summary>The checkout: the nearest folder above this program with the solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Sources that people write, by path from the root.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        .. new[] { "services", "gateway", "tests" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => !f.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alerts.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the checkout.");
    }
}
