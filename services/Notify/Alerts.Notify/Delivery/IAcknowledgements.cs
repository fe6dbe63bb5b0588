using Alerts.Terms;

namespace Alerts.Notify.Delivery;

// Who has seen what; each organisation sees its own people only. Thread safe.
internal interface IAcknowledgements
{
    // Stores it unless this principal has acknowledged before; gives the first one.
    Task<Acknowledgement> AddAsync(Scope organisation, Acknowledgement acknowledgement, CancellationToken cancellationToken);

    // Oldest first.
    Task<IReadOnlyList<Acknowledgement>> OfAsync(Scope organisation, string alertId, CancellationToken cancellationToken);
}
