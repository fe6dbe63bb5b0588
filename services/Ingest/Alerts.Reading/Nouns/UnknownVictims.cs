using Alerts.Reading.Casualties;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Finds people whom no lexicon knows by what is done to them: whoever is killed, hurt or taken away is somebody ("killed a courier", "un livreur a été tué").</summary>
internal sealed class UnknownVictims(Analysis analysis)
{
    private const int MostWords = 3;

    /// <summary>Somebody whose words begin at a word, right behind an article or a number; null when nothing is said to be done to a person there.</summary>
    public Noun? At(int at, Sentence sentence)
    {
        if (at <= sentence.First || !IsPlain(at)) return null;
        int end = at + 1;
        while (end < sentence.End && end - at < MostWords && analysis.Document.JoinsNext(end - 1) && IsPlain(end)) end++;
        if (end < sentence.End && analysis.Document.JoinsNext(end - 1) && (IsPlain(end) || analysis.Is(end, WordClass.Of) || IsNominal(end) || Number(end, sentence) is not null)) return null;
        NumberPhrase? number = NumberBefore(at, sentence);
        bool one = number is null && analysis.MayBeginNumber(at - 1) && analysis.Is(at - 1, WordClass.Singular) && !analysis.Is(at - 1, WordClass.Definite);
        if (!one && (number is null || !analysis.Words[end - 1].Text.EndsWith('s'))) return null;
        int before = (number?.First ?? at - 1) - 1;
        return IsDone(before, sentence) || IsSuffered(end, sentence) ? new Noun(at, end - 1, end) { IsPerson = true, Target = TargetKind.Civilians, Number = number, IsOne = one } : null;
    }

    private bool IsPlain(int word) => analysis.Words[word].Text is { Length: > 2 } text && text.All(char.IsAsciiLetterLower) && !text.EndsWith("ly", StringComparison.Ordinal)
        && !analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Det | WordClass.Be | WordClass.Aux | WordClass.Clause | WordClass.Say | WordClass.And | WordClass.None)
        && !(analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(word))
        && analysis.Over(word) is null && analysis.GrammarAt(word, word + 1).Entry is null;

    private bool IsNominal(int word) => analysis.At(word) is { } mark && (mark.Of(Sort.Person) ?? mark.Of(Sort.Thing) ?? mark.Of(Sort.Role) ?? mark.Of(Sort.Actor)) is not null;

    private NumberPhrase? NumberBefore(int at, Sentence sentence)
    {
        for (int first = Math.Max(sentence.First, at - MostWords); first < at; first++)
        {
            if (!analysis.Is(first, WordClass.Singular) && Number(first, sentence) is { IsVague: false } number && number.End == at) return number;
        }

        return null;
    }

    private NumberPhrase? Number(int at, Sentence sentence) => analysis.MayBeginNumber(at) ? NumberReader.At(analysis, at, sentence.End) : null;

    // "killed a courier", "wounding three plumbers", "the murder of a shrimp exporter".
    private bool IsDone(int word, Sentence sentence)
    {
        if (word < sentence.First || analysis.Over(word) is not { } mark) return analysis.Is(word, WordClass.Of) && analysis.Over(word - 1) is { } noun && IsOfPeople(noun, TriggerForm.KillNoun, TriggerForm.Noun);
        if (analysis.Is(word, WordClass.Of)) return IsOfPeople(mark, TriggerForm.KillNoun, TriggerForm.Noun);
        return mark.End == word + 1 && IsOfPeople(mark, TriggerForm.Kill, TriggerForm.Verb) && !HasBe(mark.First - MostWords, mark.End, sentence);
    }

    // "a shrimp exporter was kidnapped", "un livreur a été tué".
    private bool IsSuffered(int end, Sentence sentence)
    {
        int at = end;
        while (at < sentence.End && analysis.At(at) is null && analysis.Is(at, WordClass.Be | WordClass.Aux)) at++;
        return at < sentence.End && analysis.At(at) is { } mark && IsOfPeople(mark, TriggerForm.Kill, TriggerForm.Verb) && HasBe(end, mark.End, sentence);
    }

    private bool HasBe(int first, int end, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, first); at < end; at++)
        {
            if (analysis.Is(at, WordClass.Be)) return true;
        }

        return false;
    }

    // Whether only people are killed, hurt or taken so.
    private bool IsOfPeople(Mark mark, TriggerForm killing, TriggerForm taking)
    {
        if (killing == TriggerForm.Kill && mark.Of(Sort.Harm) is not null && (HarmWords.Has(mark, "participle") || IsParticiple(analysis.Words[mark.End - 1].Text))) return true;
        return mark.Of(Sort.Trigger)?.Event is { } kind && (kind.Form == killing || (kind.Form == taking && kind.Sub is SubEventType.AbductionForcedDisappearance or SubEventType.SexualViolence));
    }

    // "wounding", "blessant": "has left", "a fait" may be said of anything.
    private static bool IsParticiple(string word) => word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ant", StringComparison.Ordinal);
}
