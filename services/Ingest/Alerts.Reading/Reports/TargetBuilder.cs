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
    private const int MostOwner = 6;

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
            Add(phrases, noun.First, Math.Max(Whole(noun), noun.Name?.End ?? 0), noun.Target);
        }

        return phrases;
    }

    // "members of the National Guard", not "members": whose they are says what was hit.
    private int Whole(Noun noun)
    {
        if (!analysis.Is(noun.End, WordClass.Of) || analysis.GrammarAt(noun.Head, noun.End, "Anybody").Entry is null) return noun.End;
        int end = noun.End + 1;
        while (end < analysis.Words.Count && end - noun.End <= MostOwner && analysis.Document.JoinsNext(end - 1) && IsOfOwner(end)) end++;
        return end;
    }

    private bool IsOfOwner(int word) => analysis.Is(word, WordClass.Det | WordClass.Of)
        || !(analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say) || analysis.At(word)?.Of(Sort.Trigger) is not null || analysis.At(word)?.Of(Sort.Harm) is not null);

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
