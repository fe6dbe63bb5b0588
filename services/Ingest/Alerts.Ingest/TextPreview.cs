using Alerts.Gazetteer;
using Alerts.Ingest.Reports;
using Alerts.Ingest.Wire;
using Alerts.Reading;
using Alerts.Terms;
using Alerts.TextForms;
using Alerts.V1;

namespace Alerts.Ingest;

/// <summary>What the server would make of a text, without a server and without a store. Thread safe.</summary>
/// <param name="places">The gazetteer.</param>
/// <param name="reader">The reader, on the same gazetteer.</param>
public sealed class TextPreview(PlaceIndex places, ITextReader reader)
{
    private readonly TextIntake _intake = new(reader, new ReportValidator(new PlaceResolver(places)), country: "");

    /// <summary>Reads a text as SubmitText with <c>validate_only</c> does.</summary>
    /// <param name="request">The text.</param>
    /// <param name="now">When it is read: days in it are told from here unless it says itself when it was sent.</param>
    /// <returns>Each text, one for each message of a chat, with its own answer, whose spans point into the text's body.</returns>
    /// <exception cref="AlertsException">What SubmitText refuses.</exception>
    public IReadOnlyList<(ReducedText Text, SubmitTextResponse Answer)> Read(SubmitTextRequest request, DateTimeOffset now) =>
        [.. _intake.Read(TextWire.Core(request), now, inScenario: false).Select(r => (r.Text, TextWire.Wire([r], 0)))];
}
