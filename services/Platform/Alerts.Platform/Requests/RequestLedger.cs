using Alerts.Platform.Access;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Platform.Requests;

/// <summary>Remembers the answers of creates, in the same unit as what they created. Thread safe; holds no state.</summary>
public static class RequestLedger
{
    private const int MaximumLength = 64;

    /// <summary>Checks a request id.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="requestId">The caller's id; empty means that every call is a new one.</param>
    /// <returns>The key, or null for an empty id.</returns>
    /// <exception cref="AlertsException">Invalid argument, when the id is malformed.</exception>
    public static RequestKey? KeyOf(Principal caller, string requestId)
    {
        if (requestId.Length == 0)
            return null;
        bool wellFormed = requestId.Length <= MaximumLength && requestId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
        return wellFormed
            ? new RequestKey(caller.Organisation, caller.Subject, requestId)
            : throw AlertsException.Invalid("request_id", $"must be 1 to {MaximumLength} characters a-z, A-Z, 0-9 and -_.:");
    }

    /// <summary>Answers a repeat from memory, or does the work and remembers its answer.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="key">The key; null does the work without remembering.</param>
    /// <param name="body">The request's canonical bytes without its id: the same id with other bytes is refused.</param>
    /// <param name="now">When, by the domain's clock; keys are forgotten after <see cref="Messaging.InboxConsumer.InboxRetention"/>.</param>
    /// <param name="work">Does the work and gives the answer's bytes.</param>
    /// <returns>The first answer.</returns>
    /// <exception cref="AlertsException">Already exists, when the id was used with another body.</exception>
    public static byte[] Once(IWriteSession session, RequestKey? key, ReadOnlySpan<byte> body, DateTimeOffset now, Func<byte[]> work)
    {
        RecalledRequests requests = Recall(session, key is null ? [] : [key]);
        byte[] answer = requests.Once(key, body, now, work);
        requests.Save(session);
        return answer;
    }

    /// <summary>Asks what is remembered of some requests, all in one go.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="keys">Their keys.</param>
    /// <returns>Answers them; <see cref="RecalledRequests.Save"/> is called at the end.</returns>
    public static RecalledRequests Recall(IWriteSession session, IReadOnlyCollection<RequestKey> keys)
    {
        var asked = new List<Asked<(RequestKey, byte[], byte[])>>();
        foreach (IGrouping<(Scope Organisation, string Subject), RequestKey> caller in keys.GroupBy(k => (k.Organisation, k.Subject)))
        {
            // One statement for each caller: SQLite finds no index for lists of rows.
            IReadOnlyList<string> ids = SqlLists.Padded([.. caller.Select(k => k.RequestId)]);
            asked.Add(session.Ask(
                SqlLists.Repeat("SELECT request_id, digest, answer FROM request WHERE organisation = $1 AND subject = $2 AND request_id IN (", "{0}", ", ", ")", 3, ids.Count),
                r => (new RequestKey(caller.Key.Organisation, caller.Key.Subject, r.GetString(0)), r.GetFieldValue<byte[]>(1), r.GetFieldValue<byte[]>(2)),
                [caller.Key.Organisation.Value, caller.Key.Subject, .. ids]));
        }

        return new RecalledRequests(asked);
    }
}
