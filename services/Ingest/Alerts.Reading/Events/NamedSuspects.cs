using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;
using Alerts.Reading.Reports;

namespace Alerts.Reading.Events;

/// <summary>Finds the names of those whom a text suspects: "the suspects were identified as X and Y", "two men wanted for the raid: X and Y", "Their names are X and Y".</summary>
internal sealed class NamedSuspects(Analysis analysis, DeedFinder deeds)
{
    // Words between those of whom it is told and their names: "the two suspects, arrested on Monday, have been identified as".
    private const int SubjectReach = 10;

    /// <summary>Those whom the sentences of an event name as its suspects.</summary>
    public IEnumerable<Doer> Find(IReadOnlyList<TellingSentence> sentences)
    {
        bool suspected = false;
        int end = -1;
        foreach (TellingSentence telling in sentences.OrderBy(t => t.Sentence.First))
        {
            Doer[] culprits = [.. deeds.Find(telling).Where(d => d.Noun is { IsName: false, Name: null } && (d.Noun.IsPerson || d.Noun.Actor is null))];
            int names = Names(telling, suspected && telling.Sentence.First == end, culprits);
            foreach (Noun name in names < 0 ? [] : List(names, telling)) yield return new Doer(name, Attribution.Accused);
            suspected = culprits.Length > 0;
            end = telling.Sentence.End;
        }
    }

    // The first word of their names; -1 when a sentence names none.
    private int Names(TellingSentence telling, bool suspected, Doer[] culprits)
    {
        Sentence sentence = telling.Sentence;
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (culprits.Any(c => c.Noun.PhraseEnd <= at) && analysis.Document.GapBefore(at).Contains(':')) return at;
            if (analysis.GrammarAt(at, sentence.End, "NamedAs", "TheirNames") is not { Entry: { } opening, Count: var count }) continue;
            if (opening.Key == "TheirNames" ? suspected || culprits.Length > 0 : IsOfSuspects(at, telling)) return at + count;
        }

        return -1;
    }

    // "the suspects were identified as", "gunmen named as": not "the victims were identified as".
    private bool IsOfSuspects(int named, TellingSentence telling)
    {
        int from = Math.Max(telling.Sentence.First, named - SubjectReach);
        for (int at = named - 1; at >= from; at--)
        {
            if (analysis.GrammarAt(at, named, "Suspects", "Faceless").Entry is not null) return true;
            if (telling.Nouns.FirstOrDefault(n => n.Head == at) is { } noun) return noun is { IsRole: true, Actor: null, ActorType: null };
        }

        return false;
    }

    // "X, 23, a trader; Y and Z, who were seen there": what a clause tells behind a name is no more of the list, until a semicolon.
    private IEnumerable<Noun> List(int from, TellingSentence telling)
    {
        bool open = true;
        int at = from;
        foreach (Noun noun in telling.Nouns.Where(n => n.First >= from))
        {
            for (; at < noun.First; at++)
            {
                if (analysis.Document.GapBefore(at).Contains(';')) open = true;
                else if (analysis.Is(at, WordClass.Clause | WordClass.Be | WordClass.Say) && !analysis.Is(at, WordClass.And)) open = false;
            }

            if (analysis.Document.GapBefore(noun.First).Contains(';')) open = true;
            if (open && (noun.IsName || noun.Name is not null)) yield return noun;
            at = noun.PhraseEnd;
        }
    }
}
