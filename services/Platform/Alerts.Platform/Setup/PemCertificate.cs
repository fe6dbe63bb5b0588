using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Alerts.Platform.Setup;

/// <summary>Reads a certificate with its key from PEM files, as settings name them.</summary>
public static class PemCertificate
{
    /// <summary>The certificate.</summary>
    /// <param name="section">Section of the settings, for messages.</param>
    /// <param name="certificate">File with the certificate chain; null for none.</param>
    /// <param name="key">File with the private key, not encrypted; null for none.</param>
    /// <returns>The certificate; null when none is set.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Only one file is set, or they cannot be read as certificate and key.</exception>
    public static X509Certificate2? Load(string section, string? certificate, string? key)
    {
        if (certificate is null && key is null)
            return null;
        if (certificate is null || key is null)
            throw Settings.Refuse(section, $"{section}: Certificate and CertificateKey belong together; only one of them is set.");
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Settings.Refuse(section, $"{section}: {certificate} and {key} cannot be used for TLS: {e.Message}");
        }
    }
}
