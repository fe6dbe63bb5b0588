using Alerts.Terms;

namespace Alerts.Platform.Requests;

/// <summary>What makes a create safe to repeat: the caller's own id for it, unique per organisation and principal.</summary>
/// <param name="Organisation">The caller's organisation.</param>
/// <param name="Subject">The caller.</param>
/// <param name="RequestId">1 to 64 characters a–z, A–Z, 0–9 and <c>-_.:</c>.</param>
public sealed record RequestKey(Scope Organisation, string Subject, string RequestId);
