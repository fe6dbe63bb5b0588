using Alerts.Terms;
using Alerts.TextForms;

namespace Alerts.Ingest.Reports;

// What was understood of one text. Source: that of the reports, with what the text itself says of it.
internal sealed record TextReading(ReducedText Text, Source Source, IReadOnlyList<Report> Reports, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<string> Notes)
{
    public TlpLabel Tlp { get; init; } = TlpLabel.AmberStrict;

    // Resource name, "texts/{uuid}"; empty until it is stored.
    public string Name { get; init; } = "";
}
