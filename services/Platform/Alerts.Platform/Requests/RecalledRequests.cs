using System.Security.Cryptography;
using Alerts.Platform.Storage;
using Alerts.Terms;

namespace Alerts.Platform.Requests;

/// <summary>What is remembered of some requests, within one unit. Not thread safe.</summary>
public sealed class RecalledRequests
{
    private readonly List<object?[]> _fresh = [];
    private readonly Lazy<Dictionary<RequestKey, (byte[] Digest, byte[] Answer)>> _known;

    internal RecalledRequests(IReadOnlyList<Asked<(RequestKey Key, byte[] Digest, byte[] Answer)>> asked) =>
        _known = new(() => asked.SelectMany(a => a.Rows).ToDictionary(r => r.Key, r => (r.Digest, r.Answer)));

    /// <summary>Whether a request was answered before.</summary>
    public bool Knows(RequestKey key) => _known.Value.ContainsKey(key);

    /// <summary>Answers a repeat from memory, or does the work and remembers its answer, which <see cref="Save"/> then stores.</summary>
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
        if (_known.Value.TryGetValue(key, out var first))
            return first.Digest.AsSpan().SequenceEqual(digest) ? first.Answer : throw Reused(key);
        byte[] answer = work();
        _fresh.Add([key.Organisation.Value, key.Subject, key.RequestId, digest, answer, now.ToMicroseconds()]);
        _known.Value[key] = (digest, answer);
        return answer;
    }

    /// <summary>Stores what was remembered. Once, at the end of the unit.</summary>
    /// <param name="session">The unit.</param>
    public void Save(IWriteSession session) =>
        session.DeferRows("INSERT INTO request (organisation, subject, request_id, digest, answer, created_us) VALUES", _fresh);

    private static AlertsException Reused(RequestKey key) =>
        new(ErrorKind.AlreadyExists, ErrorReasons.RequestIdReused, $"request_id {key.RequestId} was used before with another body; choose a new one.")
        {
            Violations = [new FieldViolation("request_id", "was used before with another body; choose a new one.")],
        };
}
