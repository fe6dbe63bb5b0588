using System.Collections.Concurrent;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Platform.Errors;
using Alerts.Terms;
using Microsoft.AspNetCore.Http;

namespace Alerts.Gateway.Access;

// The calls that are under way, so that those of a revoked key end while they are open: looked over each second. A stream in this process sees by
// itself that its grant is gone and says goodbye with a cursor; what has not ended shortly after, and what runs in another process, is ended
// here. So nothing outlives its key by more than 5 s, in both forms. Thread safe.
internal sealed class OpenCalls : IDisposable
{
    // With the second until the roster is looked over, less than 5 s.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<OpenCall, byte> _calls = new();
    private readonly RosterKeeper _roster;
    private readonly RosterGrants _grants;
    private readonly TimeProvider _time;

    public OpenCalls(RosterKeeper roster, RosterGrants grants, TimeProvider time)
    {
        _roster = roster;
        _grants = grants;
        _time = time;
        roster.Looked += Review;
    }

    // Null for a caller whose sign-in cannot end before the call.
    public IDisposable? Open(HttpContext http, SignedIn signedIn)
    {
        if (signedIn is { Key: null, Expires: null })
            return null;
        var call = new OpenCall(http, signedIn, this);
        _calls[call] = 0;
        http.Features.Set(call);
        http.Features.Set<IEndedCall>(call);
        return call;
    }

    public void Close(OpenCall call) => _calls.TryRemove(call, out _);

    public void Dispose() => _roster.Looked -= Review;

    private void Review(Roster roster)
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (OpenCall call in _calls.Keys)
        {
            GrantState state = now >= call.SignedIn.Expires ? GrantState.Expired
                : roster.ShutsOut(call.SignedIn.Caller.Organisation, call.SignedIn.Caller.Subject) ? GrantState.Revoked
                : _grants.Check(call.SignedIn.Caller);
            if (state != GrantState.Standing)
                call.End(Why(state), Grace);
        }
    }

    private static AlertsException Why(GrantState state) => state == GrantState.Expired
        ? new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.TokenExpired, "What you signed in with has run out. Sign in again and come back with the last cursor.")
        : new AlertsException(ErrorKind.Unauthenticated, ErrorReasons.Revoked, "The key was revoked, or what it may do was changed.");
}
