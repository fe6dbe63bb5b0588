using Alerts.Reading.Nouns;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>A toll that a sentence gives: how many, dead or wounded, who they are, where it stands.</summary>
internal sealed record Toll(bool IsKilled, CasualtyRange Count, Noun? Who, int First, int End)
{
    /// <summary>Whether those counted fought on the attackers' side, as far as the words tell.</summary>
    public bool OfAttackers { get; init; }

    /// <summary>Whether the count is a vague word ("several") that a figure may replace.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether it counts those treated or buried, who are among the wounded or the dead where the text counts these.</summary>
    public bool IsAfter { get; init; }

    /// <summary>Whether it counts others than those before it: "two more", "deux autres".</summary>
    public bool IsFurther { get; init; }

    /// <summary>Whether it counts some of those told before ("two of them died"): they are among those whom the text counts elsewhere.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it is said to have been told before another figure: "which had first spoken of five dead".</summary>
    public bool IsFormer { get; init; }

    /// <summary>Whether it only says of a crowd that it stayed calm ("dispersed without incident"), which counts nobody elsewhere.</summary>
    public bool IsOfCalm { get; init; }

    /// <summary>Whether it sums up several events: "in two incidents".</summary>
    public bool IsOfSeveral { get; init; }
}
