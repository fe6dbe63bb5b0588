using System.Diagnostics;
using Alerts.Platform.Errors;
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
    public Task ConsumeAsync(EventPack pack, CancellationToken cancellationToken) =>
        store.WriteAsync(
            session =>
            {
                foreach (Event body in pack.Events)
                    Receive(session, body);
                return pack.Events.Count;
            },
            cancellationToken);

    private void Receive(IWriteSession session, Event body)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        if (session.Execute("INSERT INTO inbox (consumer, event_id, received_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", name, body.EventId, now) == 0)
            return;
        using Activity? span = AlertsTelemetry.Continue($"{name} {body.BodyCase}", ActivityKind.Consumer, body.Traceparent);
        try
        {
            session.Nested(() => applier.Apply(session, body));
        }
        catch (Exception e) when (e is not StoreUnavailableException and not System.Data.Common.DbException { IsTransient: true })
        {
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            session.Execute(
                "INSERT INTO dead_letter (consumer, event_id, reason, body, created_us) VALUES ($1, $2, $3, $4, $5)",
                name, body.EventId, FailureReason.Of(e), body.ToByteArray(), now);
            session.AfterCommit(() => logger.DeadLetter(body.EventId, name, e.GetType().Name));
        }
    }
}
