using Alerts.Gazetteer;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>What an event was directed at: the targets of its clauses and the people whom its tolls count, each once.</summary>
internal sealed class TargetBuilder(Analysis analysis)
{
    private const int MostTargets = 8;

    public List<ReadPhrase> Build(EventDraft draft, IReadOnlyList<ReadActor> actors)
    {
        var phrases = new List<ReadPhrase>();
        IEnumerable<Noun> nouns = draft.Mentions.SelectMany(m => m.Targets).Concat(draft.Mentions.SelectMany(m => m.Tolls).Where(t => !t.OfAttackers).Select(t => t.Who).OfType<Noun>());
        foreach (Noun noun in nouns)
        {
            if (actors.Any(a => a.Evidence.Start == analysis.Words[noun.First].Start)) continue;
            if (noun.IsRole && !noun.IsPerson && !noun.IsThing && !noun.IsState && draft.Sub is not SubEventType.ArmedClash and not SubEventType.AirDroneStrike) continue;
            Add(phrases, noun.First, noun.End, noun.Target);
            if (noun.Name is { } name) Add(phrases, name.First, name.End, noun.Target);
        }

        return phrases;
    }

    private void Add(List<ReadPhrase> phrases, int first, int end, TargetKind? kind)
    {
        if (analysis.Words[first].Length == 1 && first + 1 < end) first++;
        string text = analysis.Document.TextOf(first, end).Replace('\n', ' ');
        string folded = NameFolding.Fold(text);
        if (phrases.Count < MostTargets && !phrases.Exists(p => NameFolding.Fold(p.Text) == folded)) phrases.Add(new ReadPhrase(text, kind, analysis.Document.SpanOf(first, end)));
    }
}
