using System.Diagnostics;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Risk.Access;
using Alerts.Risk.Situations;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;

namespace Alerts.Risk;

/// <summary>The half of the desk that is about access: lets the board decide, and stores and tells it in the unit that the desk has begun.</summary>
/// <param name="board">What is known.</param>
/// <param name="outbox">Where alerts go.</param>
/// <param name="feed">Who follows cities.</param>
/// <param name="endings">Woken when a digest may be due sooner.</param>
internal sealed class AccessDesk(ThreatBoard board, IOutbox outbox, ThreatFeed feed, EndingsSignal endings)
{
    public void Record(IWriteSession session, IncidentFacts facts, DateTimeOffset now)
    {
        if (facts.Access is not { } incident || board.ReadAccess(incident, facts.OverlaidIn) is not { } report)
            return;
        AccessRows.Save(session, report);
        Store(session, board.Take(report, now));
    }

    public void Enter(IWriteSession session, Scope scope, AccessEntry entry)
    {
        AccessRows.Save(session, scope, entry);
        Store(session, board.Take(scope, entry, entry.At));
    }

    public void Digest(IWriteSession session, DateTimeOffset now) => Store(session, board.Digest(now));

    private void Store(IWriteSession session, AccessChange change)
    {
        foreach (AccessAlert alert in change.Alerts)
        {
            AccessRows.Save(session, alert.Thread);
            if (alert.Thread.DigestDue is { } due)
                session.AfterCommit(() => endings.Wake(due));
            Event told = AccessMap.ToEvent(alert);
            told.Traceparent = Activity.Current?.Id ?? "";
            outbox.Add(session, told);
        }

        foreach (AccessThread thread in change.Threads)
            AccessRows.Save(session, thread);
        foreach (CityReading reading in change.Cities)
            ThreatHistory.Add(session, reading.Scope, reading.City.GeonameId, reading.At, CityThreatMap.ToThreat(reading).ToByteArray());

        if (change.Cities.Count > 0)
            session.AfterCommit(() => feed.Tell(change.Cities));
    }
}
