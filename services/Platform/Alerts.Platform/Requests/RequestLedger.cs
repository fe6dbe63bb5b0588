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
    public static byte[] Once(IWriteSession session, RequestKey? key, ReadOnlySpan<byte> body, DateTimeOffset now, Func<byte[]> work) =>
        Recall(session, key is null ? [] : [key]).Once(key, body, now, work);

    /// <summary>Looks up what is remembered of some requests, all in one go.</summary>
    /// <param name="session">The unit.</param>
    /// <param name="keys">Their keys.</param>
    public static RecalledRequests Recall(IWriteSession session, IReadOnlyCollection<RequestKey> keys)
    {
        var known = new Dictionary<RequestKey, (byte[], byte[])>();
        if (keys.Count > 0)
        {
            IReadOnlyList<RequestKey> padded = SqlLists.Padded(keys);
            session.Query(
                SqlLists.Repeat(
                    "SELECT organisation, subject, request_id, digest, answer FROM request WHERE (organisation, subject, request_id) IN (VALUES ",
                    "({0}, {1}, {2})", ", ", ")", 1, padded.Count, width: 3),
                r => known[new RequestKey(new Scope(r.GetString(0)), r.GetString(1), r.GetString(2))] = (r.GetFieldValue<byte[]>(3), r.GetFieldValue<byte[]>(4)),
                [.. padded.SelectMany(k => new[] { k.Organisation.Value, k.Subject, k.RequestId })]);
        }

        return new RecalledRequests(session, known);
    }
}
