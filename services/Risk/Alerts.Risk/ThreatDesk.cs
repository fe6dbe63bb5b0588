using System.Diagnostics;
using Alerts.Platform.Messaging;
using Alerts.Platform.Storage;
using Alerts.Platform.Time;
using Alerts.Risk.Access;
using Alerts.Risk.Levels;
using Alerts.Risk.Situations;
using Alerts.Risk.Storage;
using Alerts.Risk.Views;
using Alerts.Risk.Wire;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf;
using Situation = Alerts.Risk.Situations.Situation;
using Urgency = Alerts.Terms.Urgency;

namespace Alerts.Risk;

/// <summary>
/// Lets the board decide, and stores and tells what it decided, in one unit. Invariant: board and store say the same; when a unit is
/// undone, the board is made anew before the next one; when another process has written, the board takes that in first. Runs on the
/// store's writer only.
/// </summary>
/// <param name="board">What is known.</param>
/// <param name="outbox">Where alerts go.</param>
/// <param name="clock">The domain's time.</param>
/// <param name="feed">Who follows cities.</param>
/// <param name="endings">Woken when something new may be due.</param>
public sealed class ThreatDesk(ThreatBoard board, IOutbox outbox, DomainClock clock, ThreatFeed feed, EndingsSignal endings)
{
    // How many incidents explain a forecast that is stored.
    private const int ExplainedIncidents = 10;

    private readonly AccessDesk _access = new(board, outbox, feed, endings);

    // Undone units have left the board with what was never stored.
    private bool _stale;

    // The board holds every commit of other processes up to this epoch.
    private long _through;

    /// <summary>Makes the board from the store, before anything else is done.</summary>
    internal void Load(IReadSession session) => _through = ThreatRows.Load(session, board);

    /// <summary>Takes in what other processes have written, if anything.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool Follow(IWriteSession session)
    {
        bool follows = _stale || session.Turn.Foreign > _through;
        Begin(session);
        return follows;
    }

    /// <summary>A revision of an incident has come.</summary>
    public void Record(IWriteSession session, IncidentRecorded recorded)
    {
        Begin(session);
        IncidentFacts facts = IncidentFactsMap.ToFacts(recorded);
        if (facts.Acute is null)
        {
            Contribute(session, recorded.Incident, recorded.Incident.Scope);
            return;
        }

        IncidentRecorded? before = board.Has(facts.Scope, facts.IncidentId) ? Recorded(session, facts.Scope, facts.IncidentId) : null;
        BoardChange change = board.Record(facts with { OnlyLinksAreNew = before is not null && RevisionNewsText.IsOnlyLinks(before, recorded) }, clock.Now);
        if (change.Situation is null)
            return;
        change = WithNews(change, before, recorded);
        ThreatRows.Save(session, facts.Scope, facts.IncidentId, facts.Revision, facts.Contribution);
        Store(session, change, recorded);
        _access.Record(session, facts, clock.Now);
    }

    /// <summary>A batch of history has come: no alerts, no judgement.</summary>
    public void Record(IWriteSession session, HistoryRecorded history)
    {
        Begin(session);
        if (history.Rows.Count > 0)
        {
            HistoryRows.Add(session, history);
            HistoryRows.Put(board, history);
        }

        // As a server told it that was there before the rows.
        foreach (Incident incident in history.Incidents)
            Contribute(session, incident, history.Organisation);
        foreach (CountryCoverage cover in history.Coverage)
            ThreatRows.Save(session, board.Cover(new CountryCover(cover.CountryCode, DateOnly.Parse(cover.From), DateOnly.Parse(cover.Through))));
    }

    /// <summary>Takes every due thread one step on its way to its end.</summary>
    public void End(IWriteSession session)
    {
        Begin(session);
        foreach (Situation due in board.Due(clock.Now))
        {
            BoardChange change = board.End(due);
            if (change.Situation is not null)
                Store(session, change, recorded: null);
        }

        foreach (SignedArea due in board.DueAreas(clock.Now))
        {
            if (board.End(due) is { } change)
                Store(session, change);
        }

        _access.Digest(session, clock.Now);
    }

    /// <summary>A person says how a city can be reached.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="organisation">Whose person speaks.</param>
    /// <param name="scope">Who may see it.</param>
    /// <param name="entry">It, without when and whether it is an exercise.</param>
    /// <param name="mayEase">Whether the person may ease or reopen.</param>
    /// <returns>When it counts from.</returns>
    /// <exception cref="AlertsException">Permission denied, when it would ease what stands and the person may not.</exception>
    public DateTimeOffset EnterAccess(IWriteSession session, Scope organisation, Scope scope, AccessEntry entry, bool mayEase)
    {
        Begin(session);
        DateTimeOffset now = clock.Now;
        if (!mayEase && board.Eases(organisation, entry, now))
            throw new AlertsException(ErrorKind.PermissionDenied, ErrorReasons.RoleMissing, "Only an adviser may ease or reopen access, as with an all-clear.");
        _access.Enter(session, scope, entry with { At = now, Exercise = clock.IsScenario });
        return now;
    }

    /// <summary>An adviser changes what is signed for an area.</summary>
    /// <exception cref="AlertsException">Failed precondition, when there is nothing to withdraw.</exception>
    public SignedArea Sign(IWriteSession session, Scope organisation, Area area, Func<SignedArea, DateTimeOffset, SignedArea> sign)
    {
        Begin(session);
        return Store(session, board.Sign(organisation, area, sign, clock.Now));
    }

    /// <summary>An adviser signs an override.</summary>
    public SignedArea Override(
        IWriteSession session, Scope organisation, Area area, bool downwards, Func<IReadOnlyDictionary<string, Terms.ThreatLevel>?, DateTimeOffset, Levels.LevelOverride> make)
    {
        Begin(session);
        return Store(session, board.Override(organisation, area, downwards, make, clock.Now));
    }

    /// <summary>An adviser holds what a situation forces, or lifts that hold.</summary>
    /// <exception cref="AlertsException">Not found; failed precondition when there is nothing to hold or to lift.</exception>
    public DateTimeOffset Hold(IWriteSession session, Scope organisation, string situation, DateTimeOffset? until, string adviser, string rationale)
    {
        Begin(session);
        DateTimeOffset now = clock.Now;
        Store(session, board.SignHold(organisation, situation, until, adviser, rationale, now), recorded: null);
        return now;
    }

    /// <summary>An adviser signs an all-clear.</summary>
    /// <exception cref="AlertsException">Not found; failed precondition when it is over already.</exception>
    public DateTimeOffset Clear(IWriteSession session, Scope organisation, string situation, string adviser, string rationale)
    {
        Begin(session);
        DateTimeOffset now = clock.Now;
        Store(session, board.SignClear(organisation, situation, adviser, rationale, now), recorded: null);
        return now;
    }

    /// <summary>Everything accepted before an instant has passed here: notify may know.</summary>
    public void Pass(IWriteSession session, WatermarkAdvanced watermark)
    {
        Begin(session);
        outbox.Add(session, new Event { Scope = Scope.Shared.Value, WatermarkAdvanced = watermark });
    }

    private void Begin(IWriteSession session)
    {
        if (_stale || session.Turn.Foreign > _through)
        {
            if (_stale)
                ThreatRows.Load(session, board);
            else
                ThreatRows.Follow(session, board, _through);
            _stale = false;
            _through = session.Turn.Foreign;
            session.AfterCommit(() => endings.Wake(DateTimeOffset.MinValue));
        }

        session.AfterRollback(() => _stale = true);
    }

    // The event that the latest revision of a thread's incident came in.
    private static IncidentRecorded Recorded(IReadSession session, Scope scope, string incidentId) => IncidentRecorded.Parser.ParseFrom(
        ThreatRows.RecordedOf(session, scope, incidentId) ?? throw new InvalidOperationException($"The thread of {incidentId} is not stored."));

    // A first alert says how many and from whom; an update what is new: who speaks now, and what; that it brings no new danger comes after it.
    private static BoardChange WithNews(BoardChange change, IncidentRecorded? before, IncidentRecorded now)
    {
        if (change.Alert is { Action: SituationAction.Raise } first)
            return change with { Alert = first with { Summary = Phrase.Sentences(first.Summary, RevisionNewsText.AtFirst(now.Incident)) } };
        if (change.Alert is not { Action: SituationAction.Update or SituationAction.Escalate } alert || before is null)
            return change;
        Phrase news = RevisionNewsText.Of(before.Incident, now.Incident);
        Phrase summary = alert.Urgency == Urgency.Routine ? Phrase.Sentences(news, alert.Summary) : Phrase.Sentences(alert.Summary, news);
        return change with { Alert = alert with { Summary = summary } };
    }

    private void Contribute(IWriteSession session, Incident incident, string organisation)
    {
        Contribution? contribution = IncidentFactsMap.ToContribution(incident);
        if (incident.NoRedistribution && contribution is not null)
            contribution = contribution with { KeptBy = organisation.Length > 0 ? organisation : HistoryMap.Nobody };
        if (ThreatRows.SaveIfNews(session, new Scope(incident.Scope), incident.Name, incident.Revision, contribution))
            board.Contribute(new Scope(incident.Scope), incident.Name, contribution);
    }

    private void Store(IWriteSession session, BoardChange change, IncidentRecorded? recorded)
    {
        Situation situation = change.Situation!;
        ThreatRows.Save(session, situation, recorded?.ToByteArray());
        if (situation.NextDue is { } due)
            session.AfterCommit(() => endings.Wake(due));
        Say(session, change.Levels, ExplainedIncidents);
        if (change.Alert is { } alert)
        {
            recorded ??= Recorded(session, situation.Scope, situation.IncidentId);
            Tell(session, AlertDraftMap.ToEvent(alert, recorded));
        }
    }

    private SignedArea Store(IWriteSession session, AreaChange change)
    {
        SignedRows.Save(session, change.Area);
        if (change.Area.NextDue is { } due)
            session.AfterCommit(() => endings.Wake(due));
        // A country may have thousands of cities: what is signed for all of them is said without explaining each forecast.
        Say(session, change.Levels, change.Area.Area.CityId is null ? 0 : ExplainedIncidents);
        if (change.Notice is { } notice)
            Tell(session, AreaNoticeMap.ToEvent(notice, clock.IsScenario));
        return change.Area;
    }

    // What is said about cities from now on.
    private void Say(IWriteSession session, IReadOnlyList<CityReading> levels, int explainedIncidents)
    {
        foreach (CityReading reading in levels)
        {
            CityReading explained = explainedIncidents > 0 ? board.Read(reading.Scope, reading.City, reading.At, explainedIncidents) : reading;
            ThreatHistory.Add(session, reading.Scope, reading.City.GeonameId, reading.At, CityThreatMap.ToThreat(explained).ToByteArray());
        }

        if (levels.Count > 0)
            session.AfterCommit(() => feed.Tell(levels));
    }

    private void Tell(IWriteSession session, Event told)
    {
        told.Traceparent = Activity.Current?.Id ?? "";
        outbox.Add(session, told);
    }
}
