using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

/// <summary>What a phrase of a lexicon means. Key is the line's key; the rest is set by sort.</summary>
internal sealed record Entry(Sort Sort, string Key)
{
    public EventKind? Event { get; init; }

    public KnownActor? Actor { get; init; }

    public ActorType? ActorType { get; init; }

    public TargetKind? Target { get; init; }

    /// <summary>Whether the word stands before a name ("Senator").</summary>
    public bool IsTitle { get; init; }

    /// <summary>Whether the phrase means this only where the text writes it in capitals ("IS", "AS").</summary>
    public bool IsAcronym { get; init; }

    /// <summary>Number that the phrase stands for; degrees for compass points.</summary>
    public int Value { get; init; }
}
