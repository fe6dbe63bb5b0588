using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// A text as a caller sent it. Enum values may be numbers that no member has.
internal sealed record TextRequest(string Text, Source Source)
{
    public string CountryCode { get; init; } = "";

    public TlpLabel? Tlp { get; init; }

    public bool Exercise { get; init; }
}
