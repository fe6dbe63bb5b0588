using System.Data.Common;
using System.Diagnostics;
using Alerts.Platform.Errors;
using Alerts.Platform.Faults;
using Alerts.Platform.Storage;
using Alerts.Platform.Telemetry;
using Alerts.V1;
using Google.Protobuf;
using Microsoft.Extensions.Logging;

namespace Alerts.Platform.Messaging;

/// <summary>
/// Receives packs for one consumer. Invariant: an event's mark in the inbox, its effect and the events that follow from it are one unit, so
/// each event takes effect once however often it is delivered. A poison event goes to the dead letters alone.
/// </summary>
/// <remarks>
/// A pack is applied in one go, since each part that can fail alone costs a round trip to a shared store. When something in it fails, all of
/// it is undone, and it is applied again event by event.
/// </remarks>
/// <param name="name">Name of the consumer, unique within the store.</param>
/// <param name="store">The consuming service's store.</param>
/// <param name="applier">What the service does with an event.</param>
/// <param name="time">Clock of the inbox rows.</param>
/// <param name="logger">Log.</param>
public sealed class InboxConsumer(string name, IStore store, IEventApplier applier, TimeProvider time, ILogger<InboxConsumer> logger)
{
    /// <summary>How long a received event is remembered; a delivery later than that would take effect again.</summary>
    public static readonly TimeSpan InboxRetention = TimeSpan.FromDays(30);

    /// <summary>Name of the consumer, unique within the store; also the last part of its queue's name.</summary>
    public string Name => name;

    /// <summary>Receives a pack. Completes once every event of it is on disk, applied or dead.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was stored: deliver the pack again.</exception>
    public async Task ConsumeAsync(EventPack pack, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        await store.WriteAsync(
            session => (Fresh: Mark(session, pack.Events, now), Apply: Begin(session, pack.Events)),
            (session, asked) =>
            {
                // A pack may hold an event twice.
                HashSet<string> fresh = [.. asked.Fresh.Rows];
                Receive(session, [.. pack.Events.Where(e => fresh.Remove(e.EventId))], asked.Apply, now);
                return pack.Events.Count;
            },
            cancellationToken).ConfigureAwait(false);
        Failpoints.BeforeAcknowledge.Pass();
    }

    // Applies an event that was set aside. Within the unit that takes it from the dead letters; it is marked as received already.
    internal void Again(IWriteSession session, Event body) => Apply([body], applier.Begin(session, [body]));

    internal static bool IsPoison(Exception e) => e is not StoreUnavailableException and not DbException { IsTransient: true };

    // Apply: what was begun for all of them, if that went well.
    private void Receive(IWriteSession session, List<Event> fresh, Action<Event>? apply, long now)
    {
        if (fresh.Count == 0)
            return;
        if (apply is not null)
        {
            try
            {
                session.Nested(() => Apply(fresh, apply));
                return;
            }
            catch (Exception e) when (IsPoison(e))
            {
                // Which of them it is shows when each stands alone.
            }
        }

        foreach (Event body in fresh)
            ApplyAlone(session, body, now);
    }

    // Marks events as received; those that were not before.
    private Asked<string> Mark(IWriteSession session, IReadOnlyList<Event> pack, long now)
    {
        IReadOnlyList<string> ids = SqlLists.Padded([.. pack.Select(e => e.EventId)]);
        return session.Ask(
            SqlLists.Repeat("INSERT INTO inbox (consumer, event_id, received_us) VALUES ", "($1, {0}, $2)", ", ", " ON CONFLICT DO NOTHING RETURNING event_id", 3, ids.Count),
            r => r.GetString(0),
            [name, now, .. ids]);
    }

    // Null when one of them is poison: which of them it is shows when each stands alone.
    private Action<Event>? Begin(IWriteSession session, IReadOnlyList<Event> events)
    {
        try
        {
            return applier.Begin(session, events);
        }
        catch (Exception e) when (IsPoison(e))
        {
            return null;
        }
    }

    private void Apply(IReadOnlyList<Event> events, Action<Event> apply)
    {
        foreach (Event body in events)
        {
            using Activity? span = AlertsTelemetry.Continue($"{name} {body.BodyCase}", ActivityKind.Consumer, body.Traceparent);
            try
            {
                apply(body);
            }
            catch (Exception e) when (IsPoison(e))
            {
                span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
                throw;
            }
        }
    }

    private void ApplyAlone(IWriteSession session, Event body, long now)
    {
        try
        {
            session.Nested(() => Apply([body], applier.Begin(session, [body])));
        }
        catch (Exception e) when (IsPoison(e))
        {
            session.Execute(
                "INSERT INTO dead_letter (consumer, event_id, reason, body, created_us) VALUES ($1, $2, $3, $4, $5)",
                name, body.EventId, FailureReason.Of(e), body.ToByteArray(), now);
            session.AfterCommit(() => logger.DeadLetter(body.EventId, name, e.GetType().Name));
        }
    }
}
