using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Alerts.Platform.Messaging.RabbitMq;

/// <summary>Where the broker is and how it is used. Immutable.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>Port of AMQP without TLS, as registered with IANA.</summary>
    public const int PlainPort = 5672;

    /// <summary>Port of AMQP with TLS, as registered with IANA.</summary>
    public const int TlsPort = 5671;

    /// <summary>Name or address of the broker; for a cluster, of the name or balancer before it. Default: <c>localhost</c>.</summary>
    [Required]
    public string Host { get; init; } = "localhost";

    /// <summary>TCP port, 1 to 65535. Default: <see cref="PlainPort"/>, or <see cref="TlsPort"/> when <see cref="FromUri"/> reads <c>amqps</c>.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = PlainPort;

    /// <summary>Virtual host. Default: <c>/</c>.</summary>
    [Required]
    public string VirtualHost { get; init; } = "/";

    /// <summary>Who signs in. Default: <c>guest</c>, which a stock broker accepts from the same machine only.</summary>
    [Required]
    public string User { get; init; } = "guest";

    /// <summary>Password; not used when <see cref="PasswordFile"/> is set. Default: <c>guest</c>.</summary>
    public string Password { get; init; } = "guest";

    /// <summary>File with the password; line ends at its end are left out. Null (default): <see cref="Password"/>. Read at each connection, so it can be changed while the process runs.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Whether the connection is encrypted; then chain and name of the broker's certificate are always checked. Default: false.</summary>
    public bool Tls { get; init; }

    /// <summary>Name that the broker's certificate must carry. Null (default): <see cref="Host"/>.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>PEM file with the authorities to trust instead of the machine's. Null (default): the machine's.</summary>
    public string? TlsCaFile { get; init; }

    /// <summary>Longest wait for the broker's confirm of one pack; afterwards the channel is dropped. 0.1 s to 5 min, both included. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan PublishDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Packs that the broker sends ahead of their acknowledgement, 1 to 1,000. Default: 1, so that only one pack is delivered again after a crash.</summary>
    [Range(1, 1_000)]
    public int Prefetch { get; init; } = 1;

    /// <summary>Interval of the heartbeats, 5 s to 10 min. A process that does not answer for two of them loses its queue to the next one. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads <c>amqp://user:password@host:port/vhost</c> or <c>amqps://…</c>; what is left out keeps its default.</summary>
    /// <exception cref="FormatException">It is not such an address; the message does not repeat it, since it may hold a password.</exception>
    public static RabbitMqOptions FromUri(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("amqp" or "amqps") || parsed.Host.Length == 0)
            throw new FormatException("The broker's address must look like amqp://user:password@host:5672/vhost or amqps://….");
        bool tls = parsed.Scheme == "amqps";
        var options = new RabbitMqOptions { Host = parsed.Host, Tls = tls, Port = parsed.Port > 0 ? parsed.Port : tls ? TlsPort : PlainPort };
        string[] who = parsed.UserInfo.Split(':', 2);
        if (who[0].Length > 0)
            options = options with { User = Uri.UnescapeDataString(who[0]) };
        if (who.Length == 2)
            options = options with { Password = Uri.UnescapeDataString(who[1]) };
        string path = Uri.UnescapeDataString(parsed.AbsolutePath.TrimStart('/'));
        return path.Length > 0 ? options with { VirtualHost = path } : options;
    }

    /// <summary>Checks every setting, and that the named files exist.</summary>
    /// <exception cref="OptionsValidationException">Names each setting that is wrong.</exception>
    public void Validate()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        List<string> failures = [.. results.Select(r => r.ErrorMessage ?? "A setting is wrong.")];
        foreach ((string name, string? file) in new[] { (nameof(PasswordFile), PasswordFile), (nameof(TlsCaFile), TlsCaFile) })
        {
            if (file is not null && !File.Exists(file))
                failures.Add($"{name}: there is no file {file}.");
        }

        if (!Tls && (TlsServerName ?? TlsCaFile) is not null)
            failures.Add($"{nameof(TlsServerName)} and {nameof(TlsCaFile)} mean nothing without {nameof(Tls)}.");
        if (failures.Count > 0)
            throw new OptionsValidationException(nameof(RabbitMqOptions), typeof(RabbitMqOptions), failures);
    }

    /// <summary>The settings without the password.</summary>
    public override string ToString() => $"{(Tls ? "amqps" : "amqp")}://{User}@{Host}:{Port}/{Uri.EscapeDataString(VirtualHost)}";

    internal string ReadPassword() => PasswordFile is null ? Password : File.ReadAllText(PasswordFile).TrimEnd('\r', '\n');
}
