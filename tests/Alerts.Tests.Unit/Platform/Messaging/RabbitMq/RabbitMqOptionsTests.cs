using Alerts.Platform.Messaging.RabbitMq;
using Alerts.Platform.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using Xunit;

namespace Alerts.Tests.Unit.Platform.Messaging.RabbitMq;

// Addresses and passwords are invented; the form is that of the AMQP URI specification of the RabbitMQ project.
public sealed class RabbitMqOptionsTests
{
    [Theory]
    [InlineData("amqp://broker", "broker", 5672, "/", "guest", "guest", false)]
    [InlineData("amqps://broker", "broker", 5671, "/", "guest", "guest", true)]
    [InlineData("amqp://ingest:p%40ss%3Aword@10.0.0.4:5673/alerts", "10.0.0.4", 5673, "alerts", "ingest", "p@ss:word", false)]
    [InlineData("amqp://ingest@broker/%2Fteam", "broker", 5672, "/team", "ingest", "guest", false)]
    public void FromUri_Address_IsRead(string uri, string host, int port, string virtualHost, string user, string password, bool tls)
    {
        var options = RabbitMqOptions.FromUri(uri);
        Assert.Equal((host, port, virtualHost, user, password, tls), (options.Host, options.Port, options.VirtualHost, options.User, options.Password, options.Tls));
        options.Validate();
    }

    [Theory]
    [InlineData("")]
    [InlineData("broker:5672")]
    [InlineData("http://user:secret@broker")]
    public void FromUri_NotABroker_IsRefusedWithoutRepeatingIt(string uri)
    {
        FormatException error = Assert.Throws<FormatException>(() => RabbitMqOptions.FromUri(uri));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_WithPassword_DoesNotTellIt() =>
        Assert.Equal("amqps://ingest@broker:5671/alerts", RabbitMqOptions.FromUri("amqps://ingest:secret@broker/alerts").ToString());

    [Fact]
    public void AddRabbitMqBus_WrongSettings_StopsTheStartAndNamesEach()
    {
        var options = new RabbitMqOptions
        {
            Host = "",
            Port = 0,
            PublishDeadline = TimeSpan.Zero,
            Prefetch = 0,
            Heartbeat = TimeSpan.FromHours(1),
            PasswordFile = "/nowhere/password",
            TlsServerName = "broker",
        };
        string message = Assert.Throws<OptionsValidationException>(() => WebApplication.CreateSlimBuilder().AddRabbitMqBus(options)).Message;
        Assert.All(
            [nameof(options.Host), nameof(options.Port), nameof(options.PublishDeadline), nameof(options.Prefetch), nameof(options.Heartbeat), "/nowhere/password", nameof(options.TlsServerName)],
            name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Fact]
    public void ReadPassword_File_IsReadWithoutItsLineEnd()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "s3cret\n");
            Assert.Equal("s3cret", new RabbitMqOptions { Password = "other", PasswordFile = file }.ReadPassword());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
