using Alerts.Gateway.Audit;
using Alerts.Gateway.People;
using Alerts.Gateway.Storage;
using Alerts.Platform.Access;
using Alerts.Platform.Requests;
using Alerts.Platform.Storage;
using Alerts.Terms;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Gateway.Grpc;

// What changes something: the change, its place in the audit and the answer to a repeat are one unit; who is signed in knows of it
// before the caller is told. Thread safe.
internal sealed class Acts([FromKeyedServices(GatewaySetup.StoreName)] IStore store, RosterKeeper roster, TimeProvider time)
{
    // As the store keeps it, so that the first answer and later ones agree.
    public DateTimeOffset Now => Instants.FromMicroseconds(time.GetUtcNow().ToMicroseconds());

    // The work gives the answer, and what the audit says of it. With a request id, a repeat is answered from memory.
    public async Task<T> DoAsync<T>(
        SignedIn by,
        Scope organisation,
        string action,
        (string Id, IMessage Body)? request,
        Func<IWriteSession, DateTimeOffset, (T Answer, string Target, string Detail)> work,
        CancellationToken cancellationToken)
        where T : IMessage<T>, new()
    {
        RequestKey? key = request is { } given ? RequestLedger.KeyOf(by.Caller, given.Id) : null;
        byte[] body = request is null ? [] : [.. System.Text.Encoding.UTF8.GetBytes(action), .. request.Value.Body.ToByteArray()];
        byte[] answer = await store.WriteAsync(
            session => RequestLedger.Once(session, key, body, Now, () =>
            {
                (T done, string target, string detail) = work(session, Now);
                AuditRows.Append(session, new AuditDraft(organisation, by.Caller.Subject, by.Key?.Name ?? "", action, target, detail), Now);
                RosterRows.Changed(session);
                return done.ToByteArray();
            }),
            cancellationToken);
        await roster.RefreshAsync(CancellationToken.None);
        var read = new T();
        read.MergeFrom(answer);
        return read;
    }

    // Reads, for whoever may.
    public Task<T> ReadAsync<T>(Func<IReadSession, T> work, CancellationToken cancellationToken) => store.ReadAsync(work, cancellationToken);

    // Whether the caller manages an organisation; another one does not exist for it.
    public static void RequireManaged(SignedIn by, Scope organisation, string name)
    {
        if (!Manages(by, organisation))
            throw AlertsException.NoSuch(name);
    }

    public static bool Manages(SignedIn by, Scope organisation) =>
        by.Caller.Roles.HasFlag(Roles.Installation) || (by.Caller.Roles.HasFlag(Roles.Administrator) && by.Caller.Organisation == organisation);
}
