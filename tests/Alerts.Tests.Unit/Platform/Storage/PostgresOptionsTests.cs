using Alerts.Platform.Storage.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace Alerts.Tests.Unit.Platform.Storage;

public sealed class PostgresOptionsTests
{
    [Fact]
    public void Parse_Uri_ReadsEveryPart()
    {
        NpgsqlConnectionStringBuilder read = PostgresAddress.Parse(
            "postgresql://me%40here:a%3Ab@db.example:5433/alerts?sslmode=verify-full&sslrootcert=%2Fca.pem&application_name=x");
        Assert.Equal(("me@here", "a:b", "db.example", 5433, "alerts"), (read.Username, read.Password, read.Host, read.Port, read.Database));
        Assert.Equal((SslMode.VerifyFull, "/ca.pem", "x"), (read.SslMode, read.RootCertificate, read.ApplicationName));
    }

    [Theory]
    [InlineData("postgres://[::1]:5433/a", "::1", 5433)]
    [InlineData("postgres://[::1]/a", "::1", 5432)]
    [InlineData("postgresql:///a?host=%2Frun%2Fpostgresql", "/run/postgresql", 5432)]
    [InlineData("Host=db;Database=a", "db", 5432)]
    public void Parse_FormsOfAHost_AreRead(string text, string host, int port)
    {
        NpgsqlConnectionStringBuilder read = PostgresAddress.Parse(text);
        Assert.Equal((host, port, "a"), (read.Host, read.Port, read.Database));
    }

    [Theory]
    [InlineData("postgresql://h:0/a")]
    [InlineData("postgresql://h/a?sslmode=maybe")]
    [InlineData("postgresql://h/a?colour=red")]
    [InlineData("postgresql:///a")]
    [InlineData("Database=a")]
    public void Validate_AddressThatCannotWork_IsRefused(string text) =>
        Assert.Contains("connection string", Refusal(new PostgresOptions { ConnectionString = text }), StringComparison.Ordinal);

    [Fact]
    public void Validate_NeitherOrBoth_IsRefused()
    {
        Assert.Contains("either", Refusal(new PostgresOptions()), StringComparison.Ordinal);
        Assert.Contains("either", Refusal(new PostgresOptions { ConnectionString = "Host=a", ConnectionStringFile = "b" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_StatementsGiveUpBeforeAStoppedProcessLosesItsTurn_IsRefused() => Assert.Contains(
        "IdleInTransactionSeconds",
        Refusal(new PostgresOptions { ConnectionString = "Host=a", CommandTimeoutSeconds = 5 }),
        StringComparison.Ordinal);

    private static string Refusal(PostgresOptions options) => Assert.Throws<OptionsValidationException>(options.Validate).Message;
}
