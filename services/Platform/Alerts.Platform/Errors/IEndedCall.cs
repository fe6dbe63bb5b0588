using Alerts.Terms;

namespace Alerts.Platform.Errors;

/// <summary>A feature of a request that a host may end while it runs, with the reason that the caller is to read. Thread safe.</summary>
public interface IEndedCall
{
    /// <summary>Why the call was ended; null while it was not.</summary>
    AlertsException? Why { get; }
}
