using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Actors;

/// <summary>What an event was directed at: the target nouns of its first sentence, each kind once.</summary>
internal static class TargetFinder
{
    public static IReadOnlyList<ReadTarget> Find(Document document, Sentence sentence, Lexicon lexicon)
    {
        var targets = new List<ReadTarget>();
        foreach (PhraseMatch<TargetKind> match in lexicon.Targets.Matches(document.Words, sentence.First, sentence.End))
        {
            if (targets.TrueForAll(t => t.Kind != match.Value)) targets.Add(new ReadTarget(match.Value, match.Span));
        }

        // "people" and "residents" say nothing where a closer kind is named.
        if (targets.Count > 1) targets.RemoveAll(t => t.Kind == TargetKind.Civilians);
        return targets;
    }
}
