using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// One call that creates. An empty request id means that every call is a new one; the body is the request's canonical bytes without it.
internal sealed record Submission(Scope Organisation, string Subject, string RequestId, byte[] Body);
