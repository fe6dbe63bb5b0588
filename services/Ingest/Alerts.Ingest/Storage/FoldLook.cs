using Alerts.Platform.Storage;

namespace Alerts.Ingest.Storage;

// What folding asks at the beginning of a step: how far it is, how far intake is, and what comes next. A report that is taken in meanwhile may be missing; what is
// there is without a gap, since numbers are given behind a fence and retractions are stored by the writer that folds.
internal sealed record FoldLook(Asked<long> Position, Asked<long> Head, Asked<FoldItem> Reports, Asked<(long Sequence, DateTimeOffset AcceptTime, string Traceparent)> Retractions);
