using Alerts.Terms;

namespace Alerts.Notify.Grpc;

// For whom frames are made: what two subscribers must have in common to get the same bytes.
internal sealed record FrameTarget(Guid LogId, Scope Organisation, Language Language);
