using Alerts.Reading.Events;
using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Places;

/// <summary>The one town where a title says that something happened ("Bakery queue shelled in Aleppo", "Niono : un convoi attaqué"), and what. Its words are not the text's.</summary>
internal sealed record TitlePlace(PlaceMention Place, string Name, IReadOnlySet<EventGroup> Groups)
{
    /// <summary>Reads it; null when the title names no town in that way, or several, or no event.</summary>
    /// <param name="title">The title.</param>
    /// <param name="mentions">The places that it names.</param>
    public static TitlePlace? Of(Analysis title, IReadOnlyList<PlaceMention> mentions)
    {
        PlaceMention[] towns = [.. mentions.Where(m => (m.Precision <= PlacePrecision.City || m.IsUnknown) && !m.IsWay && !m.IsOfSource)];
        if (towns is not [var town] || !(town.IsLocative || Heads(title, town))) return null;
        HashSet<EventGroup> groups = [.. title.Marks(0, title.Words.Count).Select(GroupOf).OfType<EventGroup>()];
        return groups.Count == 0 ? null : new TitlePlace(town, title.Document.TextOf(town.First, town.End), groups);
    }

    private static EventGroup? GroupOf(Mark mark) =>
        mark.Of(Sort.Trigger)?.Event is { } kind ? EventGroups.Of(kind) : mark.Of(Sort.Harm) is not null ? EventGroup.Violence : null;

    /// <summary>Whether a title begins with a place and a colon: "Niono : …"; "Haïti : Kenscoff, …" has its town elsewhere.</summary>
    public static bool Heads(Analysis title, PlaceMention town) => town.First == 0 && title.Document.GapAfter(town.End - 1).Contains(':');
}
