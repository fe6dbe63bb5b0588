using Alerts.Gazetteer;
using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Reports;

/// <summary>What an event was directed at: what the scale of roles makes of the people and things that its sentences name, each once, the likeliest first.</summary>
internal sealed class TargetBuilder(Analysis analysis, RoleScale scale)
{
    private const int MostTargets = 8;

    public List<ReadPhrase> Build(EventDraft draft, IReadOnlyList<TellingSentence> sentences, RoleSigns signs, IReadOnlyList<ReadActor> actors)
    {
        var phrases = new List<ReadPhrase>();
        var tied = draft.Mentions.SelectMany(m => m.Targets).ToHashSet();
        IEnumerable<(Noun Noun, double Weight)> likely = sentences
            .SelectMany(t => t.Nouns.Where(n => n.IsPerson || n.IsThing || tied.Contains(n)).Select(n => (n, scale.WeighTarget(signs.Of(n, t)))))
            .Where(c => c.Item2 >= RoleScale.LeastTarget)
            .OrderByDescending(c => c.Item2);
        foreach ((Noun noun, _) in likely)
        {
            if (actors.Any(a => a.Evidence.Start >= analysis.Words[noun.First].Start && a.Evidence.Start < analysis.Words[noun.End - 1].End)) continue;

            // "Senator Luis Galan" is one target, not two.
            Add(phrases, noun.First, Math.Max(noun.End, noun.Name?.End ?? 0), noun.Target);
        }

        return phrases;
    }

    private void Add(List<ReadPhrase> phrases, int first, int end, TargetKind? kind)
    {
        first = analysis.Document.WithoutElision(first, end);

        // "headquarters of the": what the phrase leads to is no part of it.
        while (end > first + 1 && analysis.Is(end - 1, WordClass.Of | WordClass.Det)) end--;
        string text = analysis.Document.TextOf(first, end).Replace('\n', ' ');
        string folded = NameFolding.Fold(text);
        if (phrases.Count < MostTargets && !phrases.Exists(p => NameFolding.Fold(p.Text) == folded)) phrases.Add(new ReadPhrase(text, kind, analysis.Document.SpanOf(first, end)));
    }
}
