using Alerts.Notify.Delivery;
using Alerts.Notify.Log;
using Alerts.Notify.Streaming;
using Alerts.Notify.Wire;
using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Platform.Time;
using Alerts.Terms;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Grpc;

// ListAlerts, GetAlert, AcknowledgeAlert.
internal sealed class AlertQueries(
    ILogReader log, IAcknowledgements acknowledgements, FilterMapping filters, PageTokens pages, CursorCodec cursors, DomainClock clock)
{
    private const int MaximumNote = 500;

    // Rows that one call looks at; a rare filter then gives a short page and a token to go on.
    private const int ScanLimit = 20_000;
    private const int ScanPage = 256;

    public async Task<V1.ListAlertsResponse> ListAsync(V1.ListAlertsRequest request, Principal caller, CancellationToken cancellationToken)
    {
        int size = PageTokens.Size(request.PageSize);
        Language language = LanguageMapping.Of(request.Language, "language") ?? Language.English;
        var terms = new SubscriptionTerms(caller.Organisation, filters.ToFilter(request.Filter, "filter"), TimeSpan.Zero);
        string? situation = request.Situation.Length == 0
            ? null
            : Names.Situations + Names.Id("situation", request.Situation, Names.Situations);
        string bound = $"ListAlerts\n{(request.Filter ?? new V1.AlertFilter()).ToByteString().ToBase64()}\n{request.ActiveOnly}\n{situation}";
        string? from = pages.Read(caller, bound, request.PageToken);
        long before = from is null ? long.MaxValue : cursors.Open(from, caller.Organisation).Point.Position;
        var answer = new V1.ListAlertsResponse();
        var selection = new LogSelection(situation, request.ActiveOnly);
        for (int scanned = 0; scanned < ScanLimit; scanned += ScanPage)
        {
            IReadOnlyList<LogEntry> rows = await log.BeforeAsync(before, ScanPage, selection, caller.Organisation, cancellationToken);
            foreach (LogEntry entry in rows)
            {
                // The page is full and there is more that fits: only now a next page is promised.
                if (answer.Alerts.Count == size && terms.Admits(entry))
                    return WithToken();
                before = entry.Position;
                if (terms.Admits(entry))
                    answer.Alerts.Add(FrameEncoder.Alert(entry, language));
            }

            if (rows.Count < ScanPage)
                return answer;
        }

        return WithToken();

        // A page token is signed but can be read: the position in it is sealed.
        V1.ListAlertsResponse WithToken()
        {
            string position = cursors.Seal(new Cursor(Guid.Empty, new LogPoint(before, default)), caller.Organisation);
            answer.NextPageToken = pages.Create(caller, bound, position);
            return answer;
        }
    }

    public async Task<V1.GetAlertResponse> GetAsync(V1.GetAlertRequest request, Principal caller, CancellationToken cancellationToken)
    {
        Language language = LanguageMapping.Of(request.Language, "language") ?? Language.English;
        LogEntry entry = await FindAsync(request.Name, caller, cancellationToken);
        var answer = new V1.GetAlertResponse { Alert = FrameEncoder.Alert(entry, language) };
        foreach (Acknowledgement acknowledgement in await acknowledgements.OfAsync(caller.Organisation, entry.AlertId, cancellationToken))
            answer.Acknowledgements.Add(ToProto(acknowledgement));
        return answer;
    }

    public async Task<V1.AcknowledgeAlertResponse> AcknowledgeAsync(
        V1.AcknowledgeAlertRequest request, Principal caller, CancellationToken cancellationToken)
    {
        if (request.Note.Length > MaximumNote)
            throw AlertsException.Invalid("note", $"at most {MaximumNote} characters.");
        LogEntry entry = await FindAsync(request.Name, caller, cancellationToken);
        Acknowledgement stored = await acknowledgements.AddAsync(
            caller.Organisation, new Acknowledgement(entry.AlertId, caller.Subject, clock.Now, request.Note), cancellationToken);
        return new V1.AcknowledgeAlertResponse { Acknowledgement = ToProto(stored) };
    }

    private static V1.Acknowledgement ToProto(Acknowledgement acknowledgement) => new()
    {
        Alert = Names.Alerts + acknowledgement.AlertId,
        Principal = acknowledgement.Subject,
        AcknowledgeTime = acknowledgement.When.ToTimestamp(),
        Note = acknowledgement.Note,
    };

    private async Task<LogEntry> FindAsync(string name, Principal caller, CancellationToken cancellationToken)
    {
        LogEntry? entry = await log.FindAsync(Names.Id("name", name, Names.Alerts), caller.Organisation, cancellationToken);
        return entry is not null && entry.IsVisibleTo(caller.Organisation) ? entry : throw AlertsException.NoSuch(name);
    }
}
