namespace Alerts.Notify.Delivery;

// That a principal has seen an alert. The first one counts.
internal sealed record Acknowledgement(string AlertId, string Subject, DateTimeOffset When, string Note);
