using Alerts.Platform.Access;
using Alerts.Platform.Paging;
using Alerts.Terms;
using Alerts.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Alerts.Platform.Messaging.DeadLetters;

// The dead letters of the services of this process.
internal sealed class DeadLetterGrpcService(IEnumerable<DeadLetterBox> boxes, PageTokens pages) : DeadLetterService.DeadLetterServiceBase
{
    private const string Bound = "ListDeadLetters";

    private readonly DeadLetterBox[] _boxes = [.. boxes.OrderBy(b => b.Part, StringComparer.Ordinal)];

    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        Principal caller = context.GetPrincipal();
        int size = PageTokens.Size(request.PageSize);
        (string part, long after) = pages.Read(caller, Bound, request.PageToken) is { } position ? DeadLetter.Parse(position)!.Value : ("", 0);
        var found = new List<DeadLetter>();
        foreach (DeadLetterBox box in _boxes.Where(b => string.CompareOrdinal(b.Part, part) >= 0 && found.Count <= size))
            found.AddRange(await box.ListAsync(box.Part == part ? after : 0, size + 1 - found.Count, context.CancellationToken));
        var response = new ListDeadLettersResponse { DeadLetters = { found.Take(size).Select(ToProto) } };
        if (found.Count > size)
            response.NextPageToken = pages.Create(caller, Bound, found[size - 1].Name);
        return response;
    }

    public override async Task<ReplayDeadLetterResponse> ReplayDeadLetter(ReplayDeadLetterRequest request, ServerCallContext context)
    {
        (string part, long number) = DeadLetter.Parse(request.Name) ?? throw AlertsException.Invalid("name", "must be \"deadLetters/{part}.{number}\".");
        DeadLetterBox box = _boxes.FirstOrDefault(b => b.Part == part) ?? throw AlertsException.NoSuch(request.Name);
        (DeadLetter? letter, string? stillDead) = await box.ReplayAsync(number, context.CancellationToken);
        if (letter is null)
            throw AlertsException.NoSuch(request.Name);
        if (stillDead is not null)
            throw new AlertsException(ErrorKind.FailedPrecondition, ErrorReasons.StillDead, $"It still cannot be handled: {stillDead}");
        return new ReplayDeadLetterResponse { DeadLetter = ToProto(letter) };
    }

    private static V1.DeadLetter ToProto(DeadLetter letter) => new()
    {
        Name = letter.Name,
        Part = letter.Part,
        EventId = letter.EventId,
        Kind = letter.Kind,
        Reason = letter.Reason,
        CreateTime = letter.Created.ToTimestamp(),
        SizeBytes = letter.SizeBytes,
    };
}
