namespace Alerts.Ingest.Reports;

// The UTF-16 code units of the report's text that a field was read from; length 0 and a reason when the text does not say it. Confidence:
// above 0 to 1, a rank; 0 when it was not rated.
internal sealed record Evidence(string Field, int Start, int Length)
{
    public double Confidence { get; init; }

    public string Reason { get; init; } = "";
}
