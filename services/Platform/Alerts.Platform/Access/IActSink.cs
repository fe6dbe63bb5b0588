using Microsoft.AspNetCore.Http;

namespace Alerts.Platform.Access;

/// <summary>Is told what an rpc has changed, after it was done and before its caller is answered. Thread safe.</summary>
public interface IActSink
{
    /// <summary>Takes note of an act.</summary>
    /// <param name="http">The call.</param>
    /// <param name="method">Full name of the rpc, such as <c>/alerts.v1.RiskService/SignAssessment</c>.</param>
    /// <param name="target">Resource names, apart by spaces; may be empty.</param>
    /// <param name="detail">More on what was done; may be empty.</param>
    /// <returns>Completes once the caller may be answered.</returns>
    /// <exception cref="Storage.StoreUnavailableException">It is not noted; the caller is told to repeat.</exception>
    Task NoteAsync(HttpContext http, string method, string target, string detail);
}
