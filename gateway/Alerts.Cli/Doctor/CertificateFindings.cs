using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Alerts.Cli.Doctor;

// The certificate of a server with TLS, as this machine judges it.
internal static class CertificateFindings
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(21);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Uri address, TimeProvider time, CancellationToken cancellation)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
            return [];
        var errors = SslPolicyErrors.None;
        DateTimeOffset? until = null;
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(address.Host, address.Port, cancellation);
            await using var tls = new SslStream(connection.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, found) =>
            {
                errors = found;
                until = certificate is X509Certificate2 own ? own.NotAfter : null;
                return found == SslPolicyErrors.None;
            });
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellation);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            return [Finding.Fault($"TLS with {address.Host} fails: {(errors == SslPolicyErrors.None ? e.Message : errors)}.", "Give the server a certificate for this name from an authority that this machine trusts.")];
        }

        if (until is not { } end)
            return [];
        TimeSpan left = end - time.GetUtcNow();
        string text = $"The certificate of {address.Host} is good until {Rendering.Moments.Utc(end)}.";
        return [left < Soon ? Finding.Warning(text, "Renew it before.") : Finding.Ok(text)];
    }
}
