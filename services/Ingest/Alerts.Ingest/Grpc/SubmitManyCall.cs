using Alerts.Platform.Access;
using Alerts.Platform.Errors;
using Alerts.Terms;
using Alerts.V1;
using Grpc.Core;

namespace Alerts.Ingest.Grpc;

// One call of SubmitReports: many writes are under way at once, so that the store commits them together; results come in order.
internal sealed class SubmitManyCall(Func<SubmitReportRequest, Principal, CancellationToken, Task<SubmitReportResponse>> submit)
{
    private const int MostItems = 10_000;
    private const int MostAtOnce = 512;

    public async Task<SubmitReportsResponse> RunAsync(IAsyncStreamReader<SubmitReportsRequest> items, Principal caller, CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(MostAtOnce);
        var results = new List<Task<SubmitReportResult>>();
        while (await items.MoveNext(cancellationToken))
        {
            if (results.Count == MostItems)
            {
                await Task.WhenAll(results);
                throw AlertsException.Invalid("report", $"at most {MostItems} reports a call; the first {MostItems} were handled. Send the rest in another call.");
            }

            await room.WaitAsync(cancellationToken);
            results.Add(OneAsync(items.Current, caller, room, cancellationToken));
        }

        var response = new SubmitReportsResponse();
        response.Results.AddRange(await Task.WhenAll(results));
        return response;
    }

    private async Task<SubmitReportResult> OneAsync(SubmitReportsRequest item, Principal caller, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        try
        {
            SubmitReportResponse answer = await submit(new SubmitReportRequest { RequestId = item.RequestId, Report = item.Report }, caller, cancellationToken);
            return new SubmitReportResult { Name = answer.Name };
        }
        catch (Exception e) when (StatusMapping.IsExpected(e))
        {
            return new SubmitReportResult { Error = StatusMapping.ToStatus(e) };
        }
        finally
        {
            room.Release();
        }
    }
}
