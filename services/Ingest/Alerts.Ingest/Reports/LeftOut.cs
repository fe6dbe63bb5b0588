namespace Alerts.Ingest.Reports;

// An event that a text tells and that became no report. Start and length are those in the text's body; a null day is not given.
internal sealed record LeftOut(string Words, int Start, int Length, LeftOutKind? Kind, string Reason, DateOnly? Day);
