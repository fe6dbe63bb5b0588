using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Actors;

/// <summary>Who did it: a named group of the event's sentences, else a role noun there, else the group that the text says claimed it.</summary>
internal static class ActorFinder
{
    public static ReadActor? Find(Document document, IReadOnlyList<Sentence> own, string? country, Lexicon lexicon)
    {
        foreach (Sentence sentence in own)
        {
            if (Named(document, sentence, country, lexicon) is { } named) return named;
        }

        foreach (Sentence sentence in own)
        {
            PhraseMatch<Terms.ActorType?>? role = lexicon.Roles.Matches(document.Words, sentence.First, sentence.End).FirstOrDefault();
            if (role is not null) return new ReadActor(document.Text.Substring(role.Span.Start, role.Span.Length), role.Value, role.Span);
        }

        return null;
    }

    // Of several groups, the one that acts in the country; a group that acts elsewhere is named all the same.
    private static ReadActor? Named(Document document, Sentence sentence, string? country, Lexicon lexicon)
    {
        PhraseMatch<KnownActor>? best = null;
        foreach (PhraseMatch<KnownActor> match in lexicon.Actors.Matches(document.Words, sentence.First, sentence.End))
        {
            if (best is null || (country is not null && !best.Value.Countries.Contains(country) && match.Value.Countries.Contains(country))) best = match;
        }

        return best is null ? null : new ReadActor(best.Value.Name, best.Value.Type, best.Span);
    }
}
