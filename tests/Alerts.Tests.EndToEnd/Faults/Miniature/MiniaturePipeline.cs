using Alerts.Tests.EndToEnd.Faults.Checking;

namespace Alerts.Tests.EndToEnd.Faults.Miniature;

/// <summary>
/// Report, incident, alert and subscriber in a few lists, with the hand-offs of the product and power cuts at random moments; and, when asked
/// for, with one of the mistakes that the checker must find. Same seed, same history.
/// </summary>
internal sealed class MiniaturePipeline(Defect defect, int seed)
{
    private const int Reports = 200;
    private const double CutsPerStep = 0.05;
    private const string Subscriber = "resuming";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);
    private readonly List<HistoryRecord> _history = [];

    // On disk: survives a cut.
    private readonly List<(int Report, DateTimeOffset Accepted)> _stored = [];
    private readonly HashSet<int> _inbox = [];
    private readonly List<int> _log = [];
    private int _relayed;
    private int _cursor;

    // In memory: gone with a cut.
    private readonly List<int> _uncommitted = [];
    private int _handling = -1;
    private bool _connected;

    // The clients' own.
    private readonly HashSet<int> _unanswered = [];
    private int _sent;
    private int _step;
    private int _server = 1;

    private DateTimeOffset Now => Start.AddSeconds(_step);

    /// <summary>What was seen from outside, with the lists of the end.</summary>
    public IReadOnlyList<HistoryRecord> Run()
    {
        while (_sent < Reports || _unanswered.Count > 0 || _relayed < _stored.Count || _cursor < _log.Count || !_connected)
        {
            _step++;
            if (_sent < Reports && _random.NextDouble() < CutsPerStep)
                Cut();
            Action[] acts = [Send, Commit, Relay, Relay, Deliver, Deliver];
            acts[_random.Next(acts.Length)]();
        }

        Mark();
        List();
        return _history;
    }

    private void Cut()
    {
        _history.Add(new HistoryRecord.Killed(_server++, Now));
        _uncommitted.Clear();
        _handling = -1;
        _connected = false;
    }

    private void Send()
    {
        // A client that got no answer sends the same request again before a new one.
        int report = _unanswered.FirstOrDefault(r => !_uncommitted.Contains(r), -1);
        if (report < 0)
        {
            if (_sent == Reports)
                return;
            report = _sent++;
            _unanswered.Add(report);
            _history.Add(new HistoryRecord.Submitted(Request(report), report, Now));
        }

        if (_stored.Exists(s => s.Report == report) && defect != Defect.ForgetRequests)
            Answer(report, _stored.Find(s => s.Report == report).Accepted);
        else
            _uncommitted.Add(report);
        if (defect == Defect.AcknowledgeBeforeCommit && _unanswered.Contains(report))
            Answer(report, Now);
    }

    private void Commit()
    {
        _stored.AddRange(_uncommitted.Select(report => (report, Now)));
        foreach (int report in _uncommitted.Where(_unanswered.Contains).ToArray())
        {
            // The cut between commit and answer: the client will ask again.
            if (_random.NextDouble() >= CutsPerStep)
                Answer(report, Now);
        }

        _uncommitted.Clear();
    }

    // Two steps, so that a cut may come between: the effect on disk, then the word to the relay.
    private void Relay()
    {
        if (_handling >= 0)
        {
            if (defect == Defect.DropOnRedelivery)
                _log.Add(_handling);
            _handling = -1;
            _relayed++;
        }
        else if (_relayed < _stored.Count)
        {
            _handling = _stored[_relayed].Report;
            if (!_inbox.Add(_handling) && defect != Defect.AppendOnRedelivery)
                (_handling, _relayed) = (-1, _relayed + 1);
            else if (defect != Defect.DropOnRedelivery)
                _log.Add(_handling);
        }
    }

    private void Deliver()
    {
        if (!_connected && defect == Defect.DuplicateOnResume && _cursor > 0)
            _cursor--;
        if (!_connected && defect == Defect.SkipOnResume && _cursor > 0)
            _cursor = Math.Min(_cursor + 1, _log.Count);
        _connected = true;
        if (defect == Defect.LoseWhatLeftMemory)
            _cursor = Math.Max(_cursor, _log.Count - 1);
        if (defect == Defect.BookmarkOfTheLog)
            Vouch();
        if (defect == Defect.NewestFirst && _log.Count - _cursor > 1)
        {
            Tell(_log[_cursor + 1]);
            Tell(_log[_cursor]);
            _cursor += 2;
            return;
        }

        if (_cursor == _log.Count)
        {
            Mark();
            return;
        }

        Tell(_log[_cursor++]);
    }

    private void Tell(int report)
    {
        string body = Body(report) + (defect == Defect.OtherWordsAfterRestart && _server % 2 == 0 ? " again" : "");
        _history.Add(new HistoryRecord.Delivered(Subscriber, Alert(report), Situation(report), 1, body, Now));
    }

    private void Mark()
    {
        if (_cursor == _log.Count && _handling < 0)
            Vouch();
    }

    private void Vouch() => _history.Add(new HistoryRecord.Marked(Subscriber, _relayed == _stored.Count ? Now : _stored[_relayed].Accepted));

    private void Answer(int report, DateTimeOffset accepted)
    {
        _unanswered.Remove(report);
        _history.Add(new HistoryRecord.Answered(Request(report), Name(report), accepted, _server, Now));
    }

    private void List()
    {
        foreach ((int report, _) in _stored)
        {
            _history.Add(new HistoryRecord.StoredReport(Name(report), Request(report), Incident(report)));
            _history.Add(new HistoryRecord.StoredIncident(Incident(report), [Name(report)], [Request(report)]));
        }

        foreach (int report in _log)
            _history.Add(new HistoryRecord.StoredAlert(Alert(report), Situation(report), 1, Body(report), Incident(report)));
        foreach (int report in _log.Distinct())
            _history.Add(new HistoryRecord.StoredThreat(report, [Situation(report)]));
    }

    private static string Request(int report) => $"request-{report}";

    private static string Name(int report) => $"reports/{report}";

    private static string Incident(int report) => $"incidents/{report}";

    private static string Situation(int report) => $"situations/{report}";

    private static string Alert(int report) => $"alerts/{report}";

    private static string Body(int report) => $"body-{report}";
}
