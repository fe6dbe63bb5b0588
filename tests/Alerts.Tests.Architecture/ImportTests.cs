using Xunit;

namespace Alerts.Tests.Architecture;

/// <summary>Who may import whom: architecture.md and deploy/decisions/0002-edges.md.</summary>
public sealed class ImportTests
{
    private const string Bcl = @"^(System|Microsoft\.Win32)(\.|$)";
    private const string Ground = @"^Alerts\.(Terms|Gazetteer)(\.|$)";

    [Theory]
    [InlineData("Ingest", "Reports|Incidents|Sources", "Reading|TextForms")]
    [InlineData("Risk", "Acute|Access|Levels|Situations|Views", "Forecast")]
    [InlineData("Notify", "Situations|Watches|Log|Streaming|Delivery", null)]
    public void Core_OfAService_UsesTheGroundItselfAndItsOwnScienceOnly(string service, string folders, string? science)
    {
        string own = $@"^Alerts\.{service}\.({folders})(\.|$)";
        Imports.AssertOnly(own, AnyOf(Bcl, Ground, own, science is null ? null : $@"^Alerts\.({science})(\.|$)"));
    }

    [Theory]
    [InlineData("Terms", null, null)]
    [InlineData("Gazetteer", "Terms", null)]
    [InlineData("Reading", "Terms|Gazetteer", null)]
    // Two libraries that parse, and nothing of ours: forms come before meaning.
    [InlineData("TextForms", null, @"^(AngleSharp|MimeKit)(\.|$)")]
    // Sylvan reads CSV, which is the parsing of feeds.
    [InlineData("Feeds", "Terms|Gazetteer", @"^Sylvan(\.|$)")]
    [InlineData("Forecast", "Terms|Gazetteer", null)]
    public void Pure_Library_KnowsNeitherGrpcNorStoreNorHosting(string library, string? ground, string? parsing)
    {
        string own = $@"^Alerts\.{library}(\.|$)";
        Imports.AssertOnly(own, AnyOf(Bcl, own, ground is null ? null : $@"^Alerts\.({ground})(\.|$)", parsing));
    }

    [Fact]
    public void Core_AnyService_KnowsNoProtoNoFrameworkNoBackend() =>
        Imports.AssertNone(Product.Core, AnyOf(Product.Generated, Product.Protobuf, Product.GrpcFramework, Product.Backends, @"^Alerts\.Platform(\.|$)"));

    [Fact]
    public void Generated_Types_AreUsedAtTheEdgesOnly()
    {
        // The roots of the services: use cases that tie core, store and outbox together. The platform carries events and tells the status.
        const string Roots = @"^Alerts\.(Ingest|Risk|Notify)$";
        string allowed = AnyOf(Product.Edges, Roots, Product.Top, @"^Alerts\.Platform\.(Messaging(\.(RabbitMq|DeadLetters))?|Health)$", Product.Generated);
        Imports.AssertNone(Except(allowed), Product.Generated);
    }

    [Theory]
    [InlineData("Grpc", "Messaging")]
    [InlineData("Messaging", "Grpc")]
    [InlineData("Storage", "Grpc|Messaging")]
    [InlineData("Wire", "Grpc|Messaging|Storage")]
    public void Edge_OfAService_DoesNotUseAnotherThatItMayNot(string edge, string others) =>
        Imports.AssertNone($@"^Alerts\.(Ingest|Risk|Notify)\.{edge}(\.|$)", $@"^Alerts\.(Ingest|Risk|Notify)\.({others})(\.|$)");

    [Theory]
    [InlineData("Ingest", "Risk|Notify|Forecast")]
    [InlineData("Risk", "Ingest|Notify|Reading|TextForms|Feeds")]
    [InlineData("Notify", "Ingest|Risk|Reading|TextForms|Feeds|Forecast")]
    public void Service_DoesNotUseAnother(string service, string others) => Imports.AssertNone($@"^Alerts\.{service}(\.|$)", $@"^Alerts\.({others})(\.|$)");

    [Fact]
    public void Below_TheTop_NobodyUsesIt() => Imports.AssertNone(Except(AnyOf(Product.Top, Product.Generated)), Product.Top);

    [Theory]
    [InlineData("AllInOne", "AllInOne|Cli")]
    [InlineData("Cli", "Cli")]
    [InlineData("Gateway", "Gateway|AllInOne|Cli")]
    public void Top_IsUsedByWhatStandsOnItOnly(string used, string users) =>
        Imports.AssertNone(Except($@"^Alerts\.({users}|V1)(\.|$)"), $@"^Alerts\.{used}(\.|$)");

    [Fact]
    public void Host_IsUsedByNobody() => Imports.AssertNone(Except(@"^Alerts\.\w+\.Host(\.|$)"), @"^Alerts\.\w+\.Host(\.|$)");

    [Fact]
    public void Sqlite_IsTouchedByItsFolderOfThePlatformOnly() =>
        Imports.AssertNone(Except(@"^Alerts\.Platform\.Storage\.Sqlite$"), @"^(Microsoft\.Data\.Sqlite|SQLitePCL)(\.|$)");

    [Fact]
    public void PostgreSql_IsTouchedByItsFolderOfThePlatformOnly()
    {
        Imports.AssertNone(Except(@"^Alerts\.Platform\.Storage\.Postgres$"), @"^Npgsql(\.|$)");
        Imports.AssertNone(Except(@"^Alerts\.Platform\.Storage\.(Sqlite|Postgres)$"), @"^DbUp(\.|$)");
    }

    [Fact]
    public void Backends_OfSplitMode_StayInTheirFolders()
    {
        Imports.AssertNone(Except(@"^Alerts\.(Platform|(Ingest|Risk|Notify)\.Messaging)(\.|$)"), @"^(MassTransit|RabbitMQ)(\.|$)");
        Imports.AssertNone(Except(@"^Alerts\.(Platform|(Ingest|Risk|Notify)\.Storage)(\.|$)"), @"^Microsoft\.EntityFrameworkCore(\.|$)");
    }

    // The rules see what they are to forbid: where it is allowed, it is found.
    [Theory]
    [InlineData(Product.Edges, Product.Generated)]
    [InlineData(Product.Edges, Product.Protobuf)]
    [InlineData(Product.Edges, Product.GrpcFramework)]
    [InlineData(@"^Alerts\.Platform\.Storage\.Sqlite$", @"^Microsoft\.Data\.Sqlite$")]
    [InlineData(@"^Alerts\.Platform\.Storage\.Postgres$", @"^Npgsql$")]
    [InlineData(@"^Alerts\.Cli(\.|$)", @"^Alerts\.AllInOne(\.|$)")]
    [InlineData(@"^Alerts\.Feeds(\.|$)", @"^Sylvan(\.|$)")]
    public void Rule_WhereTheImportExists_FindsIt(string from, string to) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Imports.AssertNone(from, to));

    private static string AnyOf(params string?[] patterns) => string.Join('|', patterns.OfType<string>().Select(p => $"({p})"));

    private static string Except(string namespaces) => $@"^(?!{namespaces})Alerts\.";
}
