using System.Data.Common;
using Alerts.Notify.Delivery;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Notify.Storage;

internal sealed class Acknowledgements(IStore store) : IAcknowledgements
{
    private const string Select = "SELECT alert_id, subject, created_us, note FROM acknowledgement WHERE alert_id = $1 AND organisation = $2";

    public Task<Acknowledgement> AddAsync(Scope organisation, Acknowledgement acknowledgement, CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            session.Execute(
                """
                INSERT INTO acknowledgement (alert_id, organisation, subject, note, created_us) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (alert_id, organisation, subject) DO NOTHING
                """,
                acknowledgement.AlertId, organisation.Value, acknowledgement.Subject, acknowledgement.Note, acknowledgement.When.ToMicroseconds());
            return session.QueryFirst(Select + " AND subject = $3", Read, acknowledgement.AlertId, organisation.Value, acknowledgement.Subject)!;
        },
        cancellationToken);

    public Task<IReadOnlyList<Acknowledgement>> OfAsync(Scope organisation, string alertId, CancellationToken cancellationToken) => store.ReadAsync(
        organisation,
        session => session.Query(Select + " ORDER BY created_us, subject", Read, alertId, organisation.Value),
        cancellationToken);

    private static Acknowledgement Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), Instants.FromMicroseconds(row.GetInt64(2)), row.GetString(3));
}
