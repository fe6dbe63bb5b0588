using Alerts.Gateway.People;
using Alerts.Platform.Errors;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Access;

// One call under way. Ending it first tells those who can end it well, and breaks it off when they have not within the grace. Thread safe.
internal sealed class OpenCall : IEndedCall, IDisposable
{
    private readonly OpenCalls _calls;
    private readonly CancellationTokenSource _withdrawn = new();
    private readonly CancellationTokenSource _aborted;
    private AlertsException? _why;

    public OpenCall(HttpContext http, SignedIn signedIn, OpenCalls calls)
    {
        SignedIn = signedIn;
        _calls = calls;
        _aborted = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        http.RequestAborted = _aborted.Token;
    }

    public SignedIn SignedIn { get; }

    // Cancelled at once; the call's own token only after the grace.
    public CancellationToken Withdrawn => _withdrawn.Token;

    public AlertsException? Why => Volatile.Read(ref _why);

    public void End(AlertsException why, TimeSpan grace)
    {
        if (Interlocked.CompareExchange(ref _why, why, null) is not null)
            return;
        try
        {
            _aborted.CancelAfter(grace);
            _withdrawn.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself in this moment.
        }
    }

    public void Dispose()
    {
        _calls.Close(this);
        _withdrawn.Dispose();
        _aborted.Dispose();
    }
}
