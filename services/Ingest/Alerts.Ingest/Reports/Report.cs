using Alerts.Ingest.Sources;
using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// What one source said, as accepted. Never edited. State, origin and incident are kept beside it, since folding decides them.
internal sealed record Report
{
    private (bool IsMade, TextPrint? Print) _print;
    private ContentWords? _words;

    // Resource name, "reports/{uuid}".
    public string Name { get; init; } = "";

    // Position in the order of acceptance: dense, from 1.
    public long Sequence { get; init; }

    // Sequence of the first report of the call that it came with; a text may hold several reports.
    public long Submission { get; init; }

    public Scope Organisation { get; init; }

    public DateTimeOffset AcceptTime { get; init; }

    public required EventKind Type { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    public required OccurredTime Occurred { get; init; }

    public required Source Source { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<CasualtyStatement> Casualties { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<TargetKind> Targets { get; init; } = [];

    public AidWorkerImpact? AidWorkers { get; init; }

    public bool? ComplexAttack { get; init; }

    public bool SeparateEvent { get; init; }

    public required TlpLabel Tlp { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<AccessEffect> Access { get; init; } = [];

    public bool Exercise { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    // The text that it was read from, "texts/{uuid}"; empty for a report that a person filled in.
    public string SourceText { get; init; } = "";

    // Where the text begins in the body of the text that it was read from, UTF-16 code units.
    public int TextStart { get; init; }

    // The incident that it is an analyst's judgement of, "incidents/{uuid}"; empty for an account of an event.
    public string ReviewedIncident { get; init; } = "";

    // Given by folding; empty: unknown, never independent.
    public string Origin { get; init; } = "";

    public bool IsReview => ReviewedIncident.Length > 0;

    public Scope Scope => Scope.For(Tlp, Organisation);

    // When the source spoke; a source that does not say spoke when it was submitted.
    public DateTimeOffset SaidAt => Source.StatementTime ?? AcceptTime;

    // Made when first asked for; null for a report without words.
    public TextPrint? Print
    {
        get
        {
            if (!_print.IsMade)
                _print = (true, TextPrint.Of(Text));
            return _print.Print;
        }
    }

    // Made when first asked for.
    public ContentWords Words => _words ??= ContentWords.Of(Text);

    public bool Equals(Report? other) => other is not null && Name == other.Name && Sequence == other.Sequence;

    public override int GetHashCode() => HashCode.Combine(Name, Sequence);
}
