using Microsoft.Extensions.Logging;

namespace Alerts.Ingest;

internal static partial class IngestLog
{
    [LoggerMessage(EventId = 2001, EventName = "FoldSetAside", Level = LogLevel.Error, Message = "Item {Sequence} could not be folded ({Kind}); it was set aside and folding goes on.")]
    public static partial void SetAside(this ILogger logger, long sequence, string kind);

    [LoggerMessage(EventId = 2002, EventName = "FoldStepFailed", Level = LogLevel.Warning, Message = "A step of folding failed as a whole; it is tried again in a second.")]
    public static partial void StepFailed(this ILogger logger, Exception exception);
}
