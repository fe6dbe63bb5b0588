using Alerts.TextForms;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// A text as a caller sent it: its words, or the bytes of a file. Enum values may be numbers that no member has.
internal sealed record TextRequest(string Text, Source Source)
{
    public ReadOnlyMemory<byte> File { get; init; }

    public TextForm? Form { get; init; }

    public string CountryCode { get; init; } = "";

    public TlpLabel? Tlp { get; init; }

    // Under RED: who may read it beside its author.
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public bool Exercise { get; init; }
}
