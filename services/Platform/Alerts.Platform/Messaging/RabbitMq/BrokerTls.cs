using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Alerts.Platform.Messaging.RabbitMq;

// Whom to trust. Both clients accept too much by themselves (MassTransit an unknown chain), so both ask here.
internal static class BrokerTls
{
    public static RemoteCertificateValidationCallback Validation(string? caFile) => (_, certificate, chain, errors) =>
        errors == SslPolicyErrors.None
            || (caFile is not null && errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null && LeadsTo(caFile, certificate, chain));

    private static bool LeadsTo(string caFile, X509Certificate certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(caFile);
        // A broker's own authority rarely serves revocation lists.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (X509ChainElement element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var own = new X509Certificate2(certificate);
        return chain.Build(own);
    }
}
