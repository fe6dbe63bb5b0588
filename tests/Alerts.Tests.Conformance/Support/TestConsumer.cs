using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.V1;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Conformance.Support;

/// <summary>Counts events in the table <c>tally</c> and remembers, in order, those whose unit was committed.</summary>
internal sealed class TestConsumer : IEventApplier
{
    private readonly List<string> _applied = [];
    private int _attempts;

    public IReadOnlyList<string> Applied
    {
        get
        {
            lock (_applied) return [.. _applied];
        }
    }

    public int Attempts => Volatile.Read(ref _attempts);

    public string? Poison { get; set; }

    public bool StoreAway { get; set; }

    public void Apply(IWriteSession session, Event body)
    {
        Interlocked.Increment(ref _attempts);
        session.Execute("INSERT INTO tally (name, value) VALUES ($1, 1)", body.EventId);
        if (StoreAway)
            throw new StoreUnavailableException("away", new IOException());
        if (body.EventId == Poison)
            throw new InvalidOperationException("poison");
        session.AfterCommit(() =>
        {
            lock (_applied) _applied.Add(body.EventId);
        });
    }

    public InboxConsumer On(IStore store) => new("consumer", store, this, TimeProvider.System, NullLogger<InboxConsumer>.Instance);

    public Task ReachAsync(int count, CancellationToken cancellationToken) => Poll.UntilAsync(() => Applied.Count >= count, cancellationToken);
}
