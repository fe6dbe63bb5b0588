using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Dates;

/// <summary>Tells the days that a text names of something else than what happened: of who said it ("said on Tuesday"), of another noun ("after Tuesday's talks").</summary>
internal sealed class OtherDays(Analysis analysis, DateOnly reference)
{
    // Between a verb of saying and its day stand no more words than these; more, where they say who heard it: "posted on its official Telegram channel on".
    private const int SayReach = 4;
    private const int HeardReach = 7;

    // Words of a noun phrase behind its "Tuesday's", or before its "de mardi".
    private const int NounReach = 4;

    /// <summary>A time with whether it is no day of the event that its sentence tells, and whether somebody spoke then; what was said in another month or year was not done later.</summary>
    public TimeMention Judged(TimeMention mention, Sentence sentence)
    {
        if (mention is not { From: not null, Precision: <= TimePrecision.Day }) return mention;
        if (OwnedBy(mention, sentence) is { } noun) return mention with { IsOfOther = IsOwned(mention, noun, sentence) };
        bool said = IsBehindSaying(mention, sentence) || IsBeforeSaying(mention, sentence);
        return mention with { IsOfOther = said || IsOfNoun(mention, sentence), IsSaid = said };
    }

    /// <summary>Whether what stands behind "the day before" or "la veille" says of what: "de la fête", "the vote", but not "de l'attaque".</summary>
    public bool IsBesideOther(int end, Sentence sentence)
    {
        if (end >= sentence.End || !analysis.Document.JoinsNext(end - 1)) return false;
        int last = Math.Min(sentence.End, end + NounReach);
        return analysis.Is(end, WordClass.Of) ? !TellsDeed(end + 1, last) : analysis.Is(end, WordClass.Det) && analysis.HasGrammar(end, last, "Occasion");
    }

    // "said on Tuesday", "in a statement on Tuesday", "told reporters in Bamako on Tuesday": between the verb of saying and the day there is nothing but small words, and who heard it.
    private bool IsBehindSaying(TimeMention mention, Sentence sentence)
    {
        bool isHeard = false, isPlaced = false;
        for (int at = mention.First - 1; at >= Math.Max(sentence.First, mention.First - (isHeard ? HeardReach : SayReach)); at--)
        {
            bool isSaying = analysis.Is(at, WordClass.Say);
            if (isSaying || analysis.GrammarAt(at, mention.First, "Statement").Entry is not null) return (!isSaying || analysis.Over(at)?.Of(Sort.Trigger) is null) && (isHeard || !isPlaced);

            // "reported today that on 10 March": what "that" opens has a day of its own.
            if ((analysis.Is(at, WordClass.Clause) && !analysis.Is(at, WordClass.And)) || analysis.Document.GapAfter(at).ContainsAny(',', ':', ';')) return false;

            // "A statement circulated on Monday", "un communiqué publié lundi".
            if (at > sentence.First && analysis.Over(at) is null && analysis.GrammarAt(at - 1, at, "Statement").Entry is not null && analysis.Document.JoinsNext(at - 1)) return true;
            if (analysis.GrammarAt(at, mention.First, "Medium").Entry is not null) isHeard = true;
            else if (analysis.Is(at, WordClass.Function | WordClass.Prep | WordClass.Det)) continue;
            else if (!isHeard && IsPlaced(at)) isPlaced = true;
            else return false;
        }

        return false;
    }

    // "in Bamako".
    private bool IsPlaced(int at) => at > 0 && analysis.Is(at - 1, WordClass.Locative) && analysis.Document.CapitalsTell && analysis.Document.IsCapitalised(at);

    private bool IsBeforeSaying(TimeMention mention, Sentence sentence)
    {
        if (mention.End >= sentence.End || !analysis.Document.JoinsNext(mention.End - 1)) return false;

        // "charged on Tuesday that": whatever the verb, the day is that of the statement. One made on the day of the text speaks of that day more often than not.
        if (mention.From != reference && mention.First > sentence.First && analysis.Words[mention.End].Text is "that" or "que" && analysis.At(mention.First - 1)?.Of(Sort.Trigger) is null) return true;

        // "The army today said"; but "the blast on Tuesday claimed the lives of".
        return analysis.Is(mention.End, WordClass.Say) && !(analysis.Over(mention.End) is { } told && (told.Of(Sort.Trigger) is not null || (told.Of(Sort.Harm) is not null && told.End > told.First + 1)));
    }

    // "the answer to Tuesday's transfer of inmates", "after Sunday's vote", but not "after Sunday's attack" nor "during Friday's prayers".
    private bool IsOwned(TimeMention mention, int noun, Sentence sentence) => OwnerEndsAt(mention.First, sentence) && !TellsDeed(noun, Math.Min(sentence.End, noun + NounReach));

    // The word behind "Tuesday's"; null where the day owns nothing.
    private int? OwnedBy(TimeMention mention, Sentence sentence) =>
        mention.End + 1 < sentence.End && analysis.Words[mention.End].Text == "s" && analysis.Document.GapAfter(mention.End - 1) is ("'" or "’") ? mention.End + 1 : null;

    // "avant le scrutin de dimanche", "en réponse au transfert de mardi", but not "après l'attaque de mardi" nor "dans la matinée de mardi".
    private bool IsOfNoun(TimeMention mention, Sentence sentence)
    {
        int of = mention.First - 1;
        if (of <= sentence.First || !analysis.Is(of, WordClass.Of)) return false;
        for (int noun = of - 1; noun > Math.Max(sentence.First, of - NounReach) && analysis.Document.JoinsNext(noun); noun--)
        {
            if (analysis.Is(noun, WordClass.Be | WordClass.Aux | WordClass.Clause)) return false;
            if (OwnerEndsAt(noun, sentence)) return !TellsDeed(noun, of);
        }

        return false;
    }

    // "after", "ahead of", "in response to": what follows is another noun's.
    private bool OwnerEndsAt(int end, Sentence sentence)
    {
        for (int at = end - 1; at >= Math.Max(sentence.First, end - NounReach); at--)
        {
            if (analysis.GrammarAt(at, end, "DayOwner") is { Entry: not null, Count: var count } && at + count == end) return true;
        }

        return false;
    }

    // Whether the words of a noun tell what happened, or when.
    private bool TellsDeed(int first, int end)
    {
        for (int at = first; at < end && (at == first || analysis.Document.JoinsNext(at - 1)); at++)
        {
            if (analysis.Over(at) is { } mark && (mark.Of(Sort.Trigger) is not null || mark.Of(Sort.Harm) is not null)) return true;
            if (analysis.GrammarAt(at, end, "Deeds", "Happening", "Morning", "Afternoon", "Evening", "Night").Entry is not null) return true;
        }

        return false;
    }
}
