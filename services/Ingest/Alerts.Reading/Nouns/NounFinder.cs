using System.Buffers;
using Alerts.Reading.Casualties;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Nouns;

/// <summary>Finds who and what a text speaks of, from the lexicons' head nouns, and names of people by their form.</summary>
internal sealed class NounFinder(Analysis analysis, Func<int, bool> isPlaceOrCountry, Func<int, KnownActor?> forcesAt, Func<int, KnownActor?> stateAt, PeopleNames people)
{
    private const int MostModifiers = 3;
    private const int MostNameWords = 5;
    private const int OwnerReach = 4;
    private const int ArmsReach = 3;

    // "twenty-one of the forty-five".
    private const int LongestNumber = 7;
    private const int OwnedReach = 3;

    // Words of the grammar that describe somebody as other words do; those of time and number end a phrase.
    private static readonly HashSet<string> Describing = ["Compass", "Formation", "Owned", "OwnedBefore", "Guilty", "Accuses", "Deeds", "Anybody", "Part", "Arms", "ArmsBefore", "Wields", "Statement", "Tells", "Duty", "Faceless", "Holds", "Responsible", "Led", "Strangers", "Menacing", "SmallArms", "Medium", "Happening", "Occasion", "Suspects", "TheGuilty"];

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:.()");

    private readonly Document _document = analysis.Document;
    private readonly UnknownVictims _victims = new(analysis);
    private readonly NamedGroups _groups = new(analysis);
    private readonly HiddenDoers _hidden = new(analysis);
    private readonly HiddenVictims _hit = new(analysis);
    private readonly StateNouns _states = new(analysis, forcesAt, stateAt);

    /// <summary>All nouns of a sentence, from left to right, without overlap.</summary>
    public List<Noun> Find(Sentence sentence)
    {
        var nouns = new List<Noun>();
        int free = sentence.First;
        for (int at = sentence.First; at < sentence.End;)
        {
            Noun? noun = _groups.At(at, sentence) is { } group ? group : analysis.At(at) is { } mark ? OfMark(mark, sentence, free) ?? ((_hidden.In(mark) ?? _hit.In(mark)) is { } inside ? OfMark(inside, sentence, free) : null) ?? _states.In(mark, sentence) : _states.At(at, sentence) ?? NameAt(at, sentence, nouns) ?? _victims.At(at, sentence);
            if (noun is not null)
            {
                nouns.Add(noun);
                free = at = Math.Max(Math.Max(noun.End, noun.Name?.End ?? noun.End), analysis.At(at)?.End ?? 0);
            }
            else
            {
                at = analysis.At(at)?.End ?? at + 1;
            }
        }

        return nouns;
    }

    private Noun? OfMark(Mark mark, Sentence sentence, int free)
    {
        Entry? person = mark.Of(Sort.Person);
        Entry? thing = mark.Of(Sort.Thing);
        Entry? role = mark.Of(Sort.Role);
        Entry? actor = mark.Of(Sort.Actor);
        if (person is null && thing is null && role is null && actor is null) return null;
        if (person is { IsTitle: true } && isPlaceOrCountry(mark.First)) return null; // "DR Congo" is no doctor.

        // "Perpetrators: Boko Haram": the name of a field is nobody.
        if (mark.End < sentence.End && _document.GapAfter(mark.End - 1).Contains(':') && analysis.GrammarAt(mark.First, mark.End, "DoerField").Entry is not null) return null;

        // In a compound the last noun is the head: "police station", "guerrilla attack", "bus driver".
        if (mark.End < sentence.End && Continues(mark.End) && analysis.At(mark.End) is { } next && IsNominal(next) && actor is null) return null;
        int first = Modifiers(mark.First, Math.Max(sentence.First, free), actor is not null);
        (int First, int End)? name = person is { IsTitle: true } || _document.CapitalsTell ? NameBehind(mark.End, sentence, person is { IsTitle: true }) : null;
        NumberPhrase? within = NumberReader.At(analysis, mark.First, mark.End);
        bool band = IsBandOf(mark, sentence);
        NumberPhrase? number = Pair(first, mark.End) ?? Band(first, mark, sentence) ?? (band ? null : NumberBefore(first, sentence) ?? within);
        string head = analysis.Words[mark.End - 1].Text;
        bool plural = head.Length > 3 && head[^1] == 's' && head[^2] != 's' && head is not ("gendarmes" or "forces" or "fils" or "gars") || head is "people" or "men" or "women" or "children" or "policemen" or "troops";
        return new Noun(first, mark.End - 1, mark.End)
        {
            IsPerson = person is not null,
            IsThing = thing is not null && person is null,
            IsRole = role is not null || (person is not null && IsArmed(first, mark, sentence)),
            IsOwner = actor is not null && IsOwner(mark, sentence),
            Actor = actor?.Actor,
            ActorType = actor?.ActorType ?? role?.ActorType,
            Target = person?.Target ?? thing?.Target ?? (role is { ActorType: ActorType.StateForces } ? TargetKind.SecurityForces : null),
            Number = number,
            IsPlural = plural,
            IsOne = number is null && !plural && person is not null && !band && (name is not null || IsSingular(first, sentence)),
            Name = name,
        };
    }

    // "masked settlers", "villagers with machetes", "des jeunes lourdement armés": who comes armed or hides his face may do it, whoever he is.
    private bool IsArmed(int first, Mark head, Sentence sentence)
    {
        for (int at = first; at < head.First; at++)
        {
            if (analysis.GrammarAt(at, head.First, "Menacing").Entry is not null) return true;
        }

        if (head.End >= sentence.End || !_document.JoinsNext(head.End - 1)) return false;
        if (analysis.GrammarAt(head.End, sentence.End, "MenacingAfter").Entry is not null) return true;
        if (analysis.GrammarAt(head.End, sentence.End, "ArmedWith") is not { Entry: not null } with) return false;
        for (int at = head.End + with.Count; at < Math.Min(sentence.End, head.End + with.Count + ArmsReach); at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "SmallArms").Entry is not null) return true;
        }

        return false;
    }

    // "the al-Qaeda branch", "affiliated with al-Qaeda", "the leader of the FARC": the name says whose somebody is.
    private bool IsOwner(Mark name, Sentence sentence)
    {
        if (name.End < sentence.End && _document.JoinsNext(name.End - 1) && analysis.GrammarAt(name.End, sentence.End, "Owned").Entry is not null) return true;
        if (OwnsWhatFollows(name, sentence)) return true;
        int at = name.First - 1;
        while (at > sentence.First && at > name.First - OwnerReach && analysis.Is(at, WordClass.Of | WordClass.Prep | WordClass.Det)) at--;
        return at >= sentence.First && at < name.First - 1 && analysis.GrammarAt(at, sentence.End, "OwnedBefore").Entry is not null;
    }

    // "a Taliban police vehicle", "the AU base": it is theirs, what they fight with is not meant.
    private bool OwnsWhatFollows(Mark name, Sentence sentence)
    {
        // "shells came from SPLM-N positions": there it is who fired.
        if (name.First > sentence.First && analysis.Is(name.First - 1, WordClass.Origin)) return false;
        for (int at = name.End; at < Math.Min(sentence.End, name.End + OwnedReach) && _document.JoinsNext(at - 1) && !analysis.Is(at, WordClass.Function | WordClass.Prep); at++)
        {
            if (analysis.GrammarAt(at, sentence.End, "Arms", "Weapon", "Part").Entry is not null || analysis.Words[at].Text is "s" || analysis.Words[at].Text.EndsWith("ed", StringComparison.Ordinal)) return false;
            if (analysis.At(at) is not { } mark) continue;
            if (mark.Of(Sort.Role) is not null || mark.Of(Sort.Trigger) is not null) return false;
            if (mark.Of(Sort.Thing) is not null) return true;
        }

        return false;
    }

    private static bool IsNominal(Mark mark) => mark.Of(Sort.Person) is not null || mark.Of(Sort.Thing) is not null || mark.Of(Sort.Role) is not null;

    private bool Continues(int word) => _document.GapAfter(word - 1) is " " or "-" or "\n" && !analysis.Is(word, WordClass.Function | WordClass.Prep);

    // Words before the head that describe it: neither small words nor numbers nor another phrase's, unless that is a noun too.
    private int Modifiers(int head, int from, bool ofGroup)
    {
        int first = head;
        while (first > from && head - first < MostModifiers && IsModifier(first - 1) && !(ofGroup && IsPlain(first - 1))) first--;
        return first;
    }

    // "Everybody thinks JNIM": small words before a name may be anything.
    private bool IsPlain(int word) => _document.CapitalsTell && !_document.IsCapitalised(word) && analysis.Over(word) is null && analysis.GrammarAt(word, word + 1).Entry is null;

    private bool IsModifier(int word)
    {
        if (IsInitial(word)) return true;
        bool named = _document.CapitalsTell && _document.IsCapitalised(word);
        if (!_document.JoinsNext(word) || analysis.Is(word, WordClass.Function | WordClass.Prep | WordClass.Det | WordClass.Be | WordClass.Aux | WordClass.Clause) || (analysis.Is(word, WordClass.Say) && !named)) return false;
        string text = analysis.Words[word].Text;
        if (char.IsAsciiDigit(text[0]) || (analysis.GrammarAt(word, word + 1).Entry is { } grammar && !Describing.Contains(grammar.Key) && !(named && grammar.Key is "AdminAfter" or "PlaceNoun"))) return false;
        if (analysis.Over(word) is { } mark) return IsNominal(mark) || mark.Of(Sort.Actor) is not null || mark.IsCue("Suspected");
        if (named) return true;
        bool verbal = text.Length > 4 && (text.EndsWith("ed", StringComparison.Ordinal) || text.EndsWith("ing", StringComparison.Ordinal) || text.EndsWith("ly", StringComparison.Ordinal));
        return !verbal || text is "armed" or "displaced" or "retired" or "united" or "training" or "unidentified" or "hooded" or "masked" or "uniformed";
    }

    // "nine U.S. soldiers".
    private bool IsInitial(int word) => analysis.Words[word].Text.Length == 1 && char.IsAsciiLetter(analysis.Words[word].Text[0]) && _document.CapitalsTell && _document.IsCapitalised(word) && _document.GapAfter(word) is ['.', ..];

    private NumberPhrase? NumberBefore(int first, Sentence sentence)
    {
        int end = first;
        while (end > sentence.First && end > first - 3 && GoesOn(end - 1) && (analysis.Is(end - 1, WordClass.Near) || analysis.GrammarAt(end - 1, end, "Others").Entry is not null) && analysis.GrammarAt(end - 1, end, "Number", "Vague", "About").Entry is null) end--;
        if (end == sentence.First || !GoesOn(end - 1)) return null;
        if (EndingAt(end, sentence) is { } number) return number;

        // "five of the intruders", "three of her children", "deux des assaillants".
        int of = end > sentence.First && analysis.Is(end - 1, WordClass.Det) && !analysis.Is(end - 1, WordClass.Of) ? end - 2 : end - 1;
        bool part = of > sentence.First && analysis.Is(of, WordClass.Of) && (of == end - 2 || analysis.Is(of, WordClass.Det)) && EndsInPlural(first);
        if (part && EndingAt(of, sentence) is { Upper: null, IsVague: false } some) return some;

        // "dozens of villagers", "une vingtaine de civils".
        return end > sentence.First && analysis.Is(end - 1, WordClass.Of) && EndingAt(end - 1, sentence) is { } vague && !char.IsAsciiDigit(analysis.Words[vague.First].Text[0]) ? vague : null;
    }

    // A number in quotation marks is said of what follows; one before a comma is not.
    private bool GoesOn(int word) => !_document.GapAfter(word).ContainsAny(ClauseMarks);

    // "a couple": the head itself counts.
    private NumberPhrase? Pair(int first, int end) => analysis.GrammarAt(end - 1, end, "Two").Entry is not null ? new NumberPhrase(analysis.Is(first - 1, WordClass.Singular) ? first - 1 : first, end, 2, false, false) : first > 0 && NumberReader.At(analysis, first - 1, end) is { IsVague: false } number && number.End == end ? number : null;

    // "a family of six".
    private NumberPhrase? Band(int first, Mark head, Sentence sentence) =>
        first > sentence.First && analysis.GrammarAt(head.End - 1, head.End, "Collective").Entry is not null && NumberReader.At(analysis, first - 1, sentence.End) is { } number && number.First < head.First && number.End > head.End ? number : null;

    // "a family of six people": those behind it are counted.
    private bool IsBandOf(Mark head, Sentence sentence) => analysis.GrammarAt(head.End - 1, head.End, "Collective").Entry is not null && analysis.Is(head.End, WordClass.Of) && NumberReader.At(analysis, head.End + 1, sentence.End) is not null;

    // "a soldier", "a 61-year-old woman".
    private bool IsSingular(int first, Sentence sentence)
    {
        if (first == sentence.First) return false;
        if (analysis.Is(first - 1, WordClass.Singular)) return true;
        for (int length = 1; length <= 2; length++)
        {
            int at = first - length;
            if (at > sentence.First && analysis.GrammarAt(at, first, "Measure").Entry is not null && EndingAt(at, sentence) is { } age) return age.First > sentence.First && analysis.Is(age.First - 1, WordClass.Singular);
        }

        return false;
    }

    private bool EndsInPlural(int first) => analysis.At(first) is { } mark ? analysis.Words[mark.End - 1].Text is [.., 's'] or "people" or "men" or "women" or "children" or "youth" or "staff" or "personnel" or "police" : analysis.Words[first].Text[^1] == 's';

    private NumberPhrase? EndingAt(int end, Sentence sentence)
    {
        for (int length = LongestNumber; length >= 1; length--)
        {
            int at = end - length;
            if (at >= sentence.First && NumberReader.At(analysis, at, end) is { } number && number.End == end) return number;
        }

        return null;
    }

    // Words behind a title that name the person: capitalised ones, or where capitals tell nothing, words that are no common ones.
    private (int First, int End)? NameBehind(int first, Sentence sentence, bool title)
    {
        int end = first;
        while (end < sentence.End && end - first < MostNameWords && (_document.JoinsNext(end - 1) || (title && end == first && _document.GapAfter(end - 1) is ", " or ". ")) && IsNameWord(end)) end++;
        int words = end - first;
        if (words == 0 || (!title && words < 2) || isPlaceOrCountry(first)) return null;
        return (first, end);
    }

    private bool IsNameWord(int word)
    {
        string text = analysis.Words[word].Text;
        if (char.IsAsciiDigit(text[0]) || (!IsNameParticle(text) && analysis.Is(word, WordClass.Prep | WordClass.Be | WordClass.Aux | WordClass.Say | WordClass.Det | WordClass.Clause))) return false;
        if (IsNameParticle(text) && word > 0) return true;
        if (analysis.Is(word, WordClass.Function) || (analysis.GrammarAt(word, word + 1).Entry is { } grammar && !Describing.Contains(grammar.Key))) return false;
        if (analysis.Over(word) is { } mark && (mark.Of(Sort.Trigger) is not null || mark.Of(Sort.Harm) is not null || mark.Of(Sort.Cue) is not null || IsNominal(mark) || mark.Of(Sort.Actor) is not null)) return false;
        return !_document.CapitalsTell ? text.Length > 2 && !(text.EndsWith("ed", StringComparison.Ordinal) || text.EndsWith("ly", StringComparison.Ordinal) || text.EndsWith("ing", StringComparison.Ordinal)) : _document.IsCapitalised(word) || IsNameParticle(text);
    }

    private static bool IsNameParticle(string text) => text is "al" or "de" or "del" or "el" or "bin" or "ben" or "van" or "der" or "ould" or "ag";

    // Where capitals tell nothing: right behind a word of killing or taking and its "of", or behind another such name and a comma.
    private bool IsVictimPosition(int at, Sentence sentence, List<Noun> before)
    {
        if (before.Count > 0 && (before[^1].IsName ? before[^1].End : before[^1].Name?.End) is { } end && end <= at && at <= end + 1 && (_document.GapAfter(end - 1).ContainsAny(',', ';') || analysis.Is(end, WordClass.And))) return true;
        int word = at - 1;
        if (word > sentence.First && analysis.Is(word, WordClass.Of | WordClass.Against)) word--;
        return word >= sentence.First && analysis.Over(word)?.Of(Sort.Trigger) is { Event: { } kind }
            && (kind.Form is TriggerForm.Kill or TriggerForm.KillNoun || kind.Sub is SubEventType.AbductionForcedDisappearance);
    }

    // "Colonia Miguel Hidalgo", "San Juan" and "Calle Bolivar" are places.
    private bool IsGivenName(int at, Sentence sentence) => people.Given.Contains(analysis.Words[at].Text)
        && !(at > sentence.First && (analysis.Is(at - 1, WordClass.PlaceNoun) || analysis.Words[at - 1].Text is "san" or "santa" or "saint" or "colonia" or "barrio"));

    // "Abdur Rahman": two or more capitalised words that are no place. Where capitals tell nothing, a first name tells it.
    private Noun? NameAt(int at, Sentence sentence, List<Noun> before)
    {
        if (!_document.CapitalsTell ? !IsGivenName(at, sentence) && !people.IsSurname(analysis.Words[at].Text) && !IsVictimPosition(at, sentence, before) : !_document.IsCapitalised(at)) return null;
        if (!IsNameWord(at) || isPlaceOrCountry(at) || (_document.CapitalsTell && IsOfPlace(at, sentence))) return null;
        int end = at + 1;
        while (end < sentence.End && end - at < MostNameWords && _document.JoinsNext(end - 1) && IsNameWord(end) && !isPlaceOrCountry(end)) end++;
        while (end > at + 1 && (!_document.IsCapitalised(end - 1) || analysis.Words[end - 1].Text.Length < 3)) end--;
        return end - at < 2 && !(!_document.CapitalsTell && people.IsSurname(analysis.Words[at].Text) && (analysis.Is(end, WordClass.Be) || analysis.Is(at - 1, WordClass.Of))) ? null : new Noun(at, end - 1, end) { IsPerson = true, IsName = true, IsOne = true };
    }

    // "at Plaine Savo", "in Datu Hoffer, Maguindanao del Sur": a village that the gazetteer lacks.
    private bool IsOfPlace(int at, Sentence sentence) =>
        at > sentence.First && (analysis.GrammarAt(at - 1, at, "Within").Entry is not null || (isPlaceOrCountry(at - 1) && _document.GapAfter(at - 1).Contains(',')));
}
