using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Binds numbers to what befell the people counted: "at least 10 people were killed", "killing 12", "5 blessés".</summary>
/// <remarks>Tolls of the attackers, and totals since some year, are left out. The first toll of a sentence counts.</remarks>
internal static class CasualtyFinder
{
    private const string Killed = "Killed";
    private const string Wounded = "Wounded";
    private const string Attackers = "Attackers";

    // How far from its number the word of harm may stand, in words.
    private const int Reach = 7;

    public static (ReadCount? Killed, ReadCount? Wounded) Find(Document document, Sentence sentence, Lexicon lexicon)
    {
        Dictionary<int, PhraseMatch<string>> states = [];
        foreach (PhraseMatch<string> match in lexicon.States.Matches(document.Words, sentence.First, sentence.End))
        {
            for (int i = 0; i < match.WordCount; i++) states[match.Word + i] = match;
        }

        ReadCount? killed = null;
        ReadCount? wounded = null;
        if (states.Count == 0) return (null, null);
        for (int at = sentence.First; at < sentence.End;)
        {
            NumberPhrase? number = NumberReader.At(document, at, sentence.End);
            if (number is not null && StateOf(document, sentence, number, states) is { } state)
            {
                ReadCount count = Count(document, number, state);
                if (state.Value == Killed) killed ??= count;
                else wounded ??= count;
            }

            at = number?.End ?? at + 1;
        }

        return (killed, wounded);
    }

    private static PhraseMatch<string>? StateOf(Document document, Sentence sentence, NumberPhrase number, Dictionary<int, PhraseMatch<string>> states)
    {
        if (states.GetValueOrDefault(number.End) is { } next) return next.Value is Killed or Wounded ? next : null;
        PhraseMatch<string>? before = Before(document, sentence, number, states);
        PhraseMatch<string>? after = null;
        for (int at = number.End; at < Math.Min(sentence.End, number.End + Reach); at++)
        {
            if (states.GetValueOrDefault(at) is { } found)
            {
                if (found.Value == Attackers) return null;
                after = found;
                break;
            }

            if (document.Words[at].Text is "since" or "depuis" || NumberReader.At(document, at, sentence.End) is not null) break;
        }

        return before ?? after;
    }

    // "killed at least 10", "killing 12", "a fait 3": only words that qualify the number may stand between.
    private static PhraseMatch<string>? Before(Document document, Sentence sentence, NumberPhrase number, Dictionary<int, PhraseMatch<string>> states)
    {
        for (int at = number.Word - 1; at >= Math.Max(sentence.First, number.Word - 5); at--)
        {
            if (states.GetValueOrDefault(at) is { } found) return found.Value is Killed or Wounded ? found : null;
            if (document.Words[at].Text is not ("at" or "least" or "more" or "than" or "about" or "around" or "some" or "over" or "nearly" or "as" or "many" or "up" or "to"
                or "au" or "moins" or "plus" or "de" or "environ" or "pres" or "quelque" or "a" or "une")) return null;
        }

        return null;
    }

    private static ReadCount Count(Document document, NumberPhrase number, PhraseMatch<string> state)
    {
        int first = Math.Min(number.Word, state.Word);
        int end = Math.Max(number.End, state.Word + state.WordCount);
        CasualtyRange range = number switch
        {
            { IsLow: true } => new CasualtyRange(number.Value, null, null),
            { IsHigh: true } => new CasualtyRange(null, null, number.Value),
            _ => new CasualtyRange(null, number.Value, null),
        };
        return new ReadCount(range, document.SpanOf(first, end - first));
    }
}
