using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Reading.Nouns;

namespace Alerts.Reading.Events;

/// <summary>Tells by its victims whether a mention tells an event again: nobody is murdered twice, whatever day stands beside it.</summary>
internal sealed class Victims(Analysis analysis)
{
    // Shorter words of names are first names and particles more often.
    private const int ShortestSurname = 5;

    // How far before and behind the word for a deed its victim is named.
    private const int OwnerReach = 4;
    private const int VictimReach = 20;

    /// <summary>Whether both are about the same people: those of one name, or those who were killed and are spoken of again as known.</summary>
    public bool AreSame(EventDraft draft, EventMention mention) => draft.Group == mention.Group
        ? draft.Mentions.Exists(m => m.Targets.Exists(t => mention.Targets.Exists(o => IsSamePerson(t, o)) || IsNamedBy(t, mention))) || AreKnown(draft, mention)
        : IsAbductedAndKilled(draft, mention);

    /// <summary>"Judge Sule was shot dead in his car. The broadcaster Amina Bello was killed, too": two people by name, each with a word for his death, are two murders, unless the text counted them together before; what a paragraph sets apart is another one than that of people without a name.</summary>
    public bool AreOthers(EventDraft draft, EventMention mention)
    {
        if (OnlyNamedOf(mention) is not { } other || draft.Last.Sentence == mention.Sentence || draft.Mentions.Exists(m => IsNamedIn(other, m.Sentence.First, m.Sentence.End))) return false;
        if (mention.IsSeparate && mention.Sentence.Paragraph > draft.Last.Sentence.Paragraph && draft.Mentions.Exists(m => IsKilling(m) && m.Targets.Exists(t => t is { IsPerson: true, IsPlural: true }))) return true;
        return !draft.Mentions.Exists(CountsSeveral) && draft.Mentions.Exists(m => OnlyNamedOf(m) is not null);
    }

    // The one person, by name, whom a mention says to have been murdered or taken away.
    private static Noun? OnlyNamedOf(EventMention mention)
    {
        if (!IsKilling(mention) && mention.Group != EventGroup.Abduction) return null;
        Noun[] people = [.. mention.Targets.Where(t => t.IsPerson || t.IsName).Take(2)];
        return people is [var only] && NameOf(only) is not null && only.Number is null && !only.IsPlural ? only : null;
    }

    private static bool CountsSeveral(EventMention mention) =>
        mention.Targets.Exists(t => t.IsPerson && (t.IsPlural || t.Number is not null)) || mention.Tolls.Exists(t => t.Count.Estimate > 1) || mention.Targets.Count(t => NameOf(t) is not null) > 1;

    private static bool IsKilling(EventMention mention) => mention.Group == EventGroup.Violence && mention.Kind.Form is TriggerForm.Kill or TriggerForm.KillNoun;

    // "Eight nurses were killed on 3 May … the murder of the nurses": who is spoken of as known, or by the same number, was told before.
    private bool AreKnown(EventDraft draft, EventMention mention) =>
        IsKilling(mention) && !mention.IsSeparate && !EventGroups.IsExplosion(draft.Lead.Kind) && mention.Targets.Exists(o => IsKnownGroup(o, mention) && draft.Mentions.Exists(m => IsKilling(m) && m.Targets.Exists(t => IsSameGroup(t, o))))
        && (draft.Place is not { } place || mention.Place is not { } spot || place.CountryCode is null || spot.CountryCode is null || place.CountryCode == spot.CountryCode);

    private bool IsKnownGroup(Noun noun, EventMention mention) =>
        noun is { IsPerson: true, IsPlural: true } && (mention.Kind.Form == TriggerForm.KillNoun || analysis.Is(noun.PhraseFirst - 1, WordClass.Definite));

    private bool IsSameGroup(Noun told, Noun again) =>
        told is { IsPerson: true, IsPlural: true } && analysis.Words[told.Head].Text == analysis.Words[again.Head].Text
        && (again.Number is null ? analysis.Is(again.PhraseFirst - 1, WordClass.Definite) : told.Number is null || told.Number.Value == again.Number.Value);

    // "The bishop was kidnapped on Monday … Bishop Okeke was murdered": who is taken away and killed is the victim of one deed.
    private bool IsAbductedAndKilled(EventDraft draft, EventMention mention) =>
        ((draft.Group == EventGroup.Abduction && IsKilling(mention)) || (mention.Group == EventGroup.Abduction && draft.Group == EventGroup.Violence && draft.Mentions.Exists(IsKilling)))
        && draft.Mentions.Exists(m => m.Targets.Exists(t => IsNamedIn(t, mention.Sentence.First, mention.Sentence.End)));

    // "the murder of the embassy's second secretary, Jorge Vargas", "Vargas's murder".
    private bool IsNamedBy(Noun victim, EventMention mention)
    {
        if (mention.Kind.Form is not (TriggerForm.Noun or TriggerForm.KillNoun)) return false;
        return IsNamedIn(victim, Math.Max(mention.Sentence.First, mention.Trigger.First - OwnerReach), Math.Min(mention.Sentence.End, mention.Trigger.End + VictimReach));
    }

    private bool IsNamedIn(Noun victim, int first, int end)
    {
        if (NameOf(victim) is not { } name) return false;
        for (int word = first; word < end; word++)
        {
            string text = analysis.Words[word].Text;
            for (int own = name.First; own < name.End && text.Length >= ShortestSurname; own++)
            {
                if (analysis.Words[own].Text == text) return true;
            }
        }

        return false;
    }

    private bool IsSamePerson(Noun one, Noun other) => NameOf(other) is { } name && IsNamedIn(one, name.First, name.End);

    private static (int First, int End)? NameOf(Noun noun) => noun.Name ?? (noun.IsName ? (noun.First, noun.End) : null);
}
