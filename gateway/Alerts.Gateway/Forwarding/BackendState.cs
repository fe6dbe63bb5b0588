namespace Alerts.Gateway.Forwarding;

/// <summary>What the gateway last heard of one process of a service.</summary>
internal enum BackendState
{
    /// <summary>It answers, or has not been asked yet.</summary>
    Answers,

    /// <summary>Its machine refuses the connection: it does not run, or starts. A try costs nothing and may be the first that succeeds.</summary>
    Refuses,

    /// <summary>It takes connections and says nothing: stopped, hung or cut off. A call to it would wait.</summary>
    Silent,
}
