using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Keeps reports. Thread safe. What is answered is synced to disk.
internal interface IReportStore
{
    // Stores the reports of one call together, or repeats the first answer. Answer: makes the answer's bytes of the reports as accepted.
    // Refuses with ALREADY_EXISTS when the request id was used with another body.
    Task<byte[]> SubmitAsync(Submission submission, IReadOnlyList<Report> reports, Func<IReadOnlyList<Report>, byte[]> answer, CancellationToken cancellationToken);

    // Stores texts with the reports that were read from them, likewise. A text without a report is stored too.
    Task<byte[]> SubmitTextsAsync(Submission submission, IReadOnlyList<TextReading> readings, Func<IReadOnlyList<TextReading>, byte[]> answer, CancellationToken cancellationToken);

    // Null when there is none that the caller may read. RED is read by who submitted it and by its recipients.
    Task<StoredReport?> FindAsync(string name, Scope organisation, string subject, CancellationToken cancellationToken);

    // Withdraws a report of the caller's organisation, with all of its origin if so asked; folding follows. Answer: makes the answer's bytes
    // of the names. Refuses with NOT_FOUND what the caller may not withdraw, with FAILED_PRECONDITION what is withdrawn already.
    Task<byte[]> RetractAsync(Submission submission, string name, RetractionScope scope, string reason, Func<IReadOnlyList<string>, byte[]> answer, CancellationToken cancellationToken);
}
