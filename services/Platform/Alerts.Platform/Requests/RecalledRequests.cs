using System.Security.Cryptography;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Platform.Requests;

/// <summary>What is remembered of some requests, within one unit. Not thread safe.</summary>
public sealed class RecalledRequests
{
    private readonly IWriteSession _session;
    private readonly Dictionary<RequestKey, (byte[] Digest, byte[] Answer)> _known;

    internal RecalledRequests(IWriteSession session, Dictionary<RequestKey, (byte[] Digest, byte[] Answer)> known) => (_session, _known) = (session, known);

    /// <summary>Whether a request was answered before.</summary>
    public bool Knows(RequestKey key) => _known.ContainsKey(key);

    /// <summary>Answers a repeat from memory, or does the work and remembers its answer.</summary>
    /// <param name="key">One of those that were recalled; null does the work without remembering.</param>
    /// <param name="body">The request's canonical bytes without its id: the same id with other bytes is refused.</param>
    /// <param name="now">When, by the domain's clock; keys are forgotten after <see cref="Messaging.InboxConsumer.InboxRetention"/>.</param>
    /// <param name="work">Does the work and gives the answer's bytes.</param>
    /// <returns>The first answer.</returns>
    /// <exception cref="AlertsException">Already exists, when the id was used with another body.</exception>
    public byte[] Once(RequestKey? key, ReadOnlySpan<byte> body, DateTimeOffset now, Func<byte[]> work)
    {
        if (key is null)
            return work();
        byte[] digest = SHA256.HashData(body);
        if (_known.TryGetValue(key, out var first))
            return first.Digest.AsSpan().SequenceEqual(digest) ? first.Answer : throw Reused(key);
        byte[] answer = work();
        _session.Defer(
            "INSERT INTO request (organisation, subject, request_id, digest, answer, created_us) VALUES ($1, $2, $3, $4, $5, $6)",
            key.Organisation.Value, key.Subject, key.RequestId, digest, answer, now.ToMicroseconds());
        _known[key] = (digest, answer);
        return answer;
    }

    private static AlertsException Reused(RequestKey key) =>
        new(ErrorKind.AlreadyExists, ErrorReasons.RequestIdReused, $"request_id {key.RequestId} was used before with another body; choose a new one.")
        {
            Violations = [new FieldViolation("request_id", "was used before with another body; choose a new one.")],
        };
}
