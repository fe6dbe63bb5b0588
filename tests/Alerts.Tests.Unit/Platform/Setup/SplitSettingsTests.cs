using Alerts.Ingest;
using Alerts.Platform.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;
using PlatformEngines = Alerts.Platform.Setup.Engines;

namespace Alerts.Tests.Unit.Platform.Setup;

/// <summary>What a process of the split form refuses to start with, and what it says.</summary>
public sealed class SplitSettingsTests
{
    [Theory]
    [InlineData("Bus", "InProcess", "in-process bus does not leave its process")]
    [InlineData("Store", "Sqlite", "SQLite is one process's own file")]
    [InlineData("Bus", "Kafka", "not known")]
    [InlineData("Store", "Oracle", "not known")]
    public void Check_OtherEngine_IsRefusedAndSaysWhy(string name, string value, string why) =>
        Assert.Contains(why, Assert.Throws<OptionsValidationException>(() => PlatformEngines.Check(Configuration((name, value)), "risk")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Bus", "RabbitMq")]
    [InlineData("Store", "PostgreSql")]
    [InlineData("Store", "")]
    public void Check_TheOnlyEngine_IsTaken(string name, string value) => PlatformEngines.Check(Configuration((name, value)), "risk");

    [Fact]
    public void Fill_KnownNames_ChangesThoseAndKeepsTheRest()
    {
        ListenOptions options = Configuration(("Listen:HealthPort", "9")).Fill(ListenOptions.Section, new ListenOptions { Port = 8111 });
        Assert.Equal((8111, 9), (options.Port, options.HealthPort));
    }

    [Theory]
    [InlineData("Listen:Prot", "8111", "Prot")]
    [InlineData("Listen:Port", "many", "many")]
    [InlineData("Listen:Port", "65536", "Port")]
    public void Fill_UnknownOrImpossible_IsRefusedByName(string name, string value, string word) =>
        Assert.Contains(
            word,
            Assert.Throws<OptionsValidationException>(() => Configuration((name, value)).Fill(ListenOptions.Section, new ListenOptions())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Fill_CountryThatNoneHas_IsRefusedByName() =>
        Assert.Contains("\"UK\"", Assert.Throws<OptionsValidationException>(() => Configuration(("Ingest:Country", "UK")).Fill("Ingest", new IngestOptions())).Message, StringComparison.Ordinal);

    // 192.0.2.1 is for documentation, RFC 5737.
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    public void Address_BeyondLoopbackWithoutCertificate_IsRefusedAndSaysWhatToSet(string address) =>
        Assert.Contains(
            "Listen:Certificate", Assert.Throws<OptionsValidationException>(() => new ListenOptions { Address = address }.CheckedAddress()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Address_OnLoopback_IsTaken(string address) => Assert.Equal(address, new ListenOptions { Address = address }.CheckedAddress().ToString());

    [Fact]
    public void Certificate_WithoutItsKey_IsRefused() =>
        Assert.Throws<OptionsValidationException>(() => new ListenOptions { Certificate = "cert.pem" }.LoadCertificate());

    [Fact]
    public void Certificate_ThatIsNone_IsRefused() =>
        Assert.Throws<OptionsValidationException>(() => new ListenOptions { Certificate = "/dev/null", CertificateKey = "/dev/null" }.LoadCertificate());

    private static IConfigurationRoot Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))).Build();
}
