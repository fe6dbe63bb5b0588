using Alerts.Platform.Setup;

namespace Alerts.Gateway.Forwarding;

/// <summary>Where the services of the split form are, section <see cref="Section"/>. Several addresses of one service, apart by commas, are its replicas.</summary>
public sealed record ForwardingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Services";

    /// <summary>Addresses of ingest.</summary>
    /// <value>Default http://127.0.0.1:8111. <c>http</c> to this machine only, <c>https</c> elsewhere.</value>
    public string Ingest { get; init; } = "http://127.0.0.1:8111";

    /// <summary>Addresses of risk.</summary>
    /// <value>Default http://127.0.0.1:8112.</value>
    public string Risk { get; init; } = "http://127.0.0.1:8112";

    /// <summary>Addresses of notify.</summary>
    /// <value>Default http://127.0.0.1:8113.</value>
    public string Notify { get; init; } = "http://127.0.0.1:8113";

    /// <summary>PEM file with the root certificate of the services' own authority; none (the default) trusts those that the system trusts.</summary>
    public string? TrustedRoot { get; init; }

    /// <summary>The addresses of one service.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="addresses">Its value.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">One is no address, or would send in the open to another machine.</exception>
    internal static IReadOnlyList<Uri> Parse(string name, string addresses)
    {
        Uri[] parsed = [.. addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => ParseOne(name, a)).Distinct()];
        return parsed.Length > 0 ? parsed : throw Settings.Refuse(Section, $"{Section}: {name} names no address.");
    }

    private static Uri ParseOne(string name, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
            throw Settings.Refuse(Section, $"{Section}: {name} {text} is not an address such as http://127.0.0.1:8111 or https://risk.example.org:8112.");
        if (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
            throw Settings.Refuse(Section, $"{Section}: {name} {text} is another machine without TLS: reports would travel in the open. Give the service a certificate and write https.");
        return uri;
    }
}
