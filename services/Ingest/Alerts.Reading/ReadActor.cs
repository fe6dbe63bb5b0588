using Alerts.Terms;

namespace Alerts.Reading;

/// <summary>Who did it.</summary>
/// <param name="Name">The group's usual name when it is known to the lexicon, else the words of the text ("gunmen").</param>
/// <param name="Type">ACLED actor type; null when the words do not tell.</param>
/// <param name="Evidence">Where the text names the actor.</param>
public sealed record ReadActor(string Name, ActorType? Type, TextSpan Evidence)
{
    /// <summary>The words of the text; the name itself when the text does not differ.</summary>
    public string Written { get; init; } = Name;

    /// <summary>What a short name stands for, in lower case ("army of national liberation"); null when the name is not short for another.</summary>
    public string? FullName { get; init; }

    /// <summary>How the text ties the actor to the event; stated by default.</summary>
    public Attribution Attribution { get; init; }
}
