using Alerts.Reading.Dates;
using Alerts.Reading.Frame;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Reports;

// A sentence that belongs to an event, and whom and what it names.
internal sealed record TellingSentence(Sentence Sentence, IReadOnlyList<Noun> Nouns, IReadOnlyList<TimeMention> Times);
