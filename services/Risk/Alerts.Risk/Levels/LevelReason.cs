using Alerts.Terms;

namespace Alerts.Risk.Levels;

/// <summary>One reason for a level, a floor or an urgency: for programs by code and parameters, for people by text.</summary>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Text">Plain English.</param>
/// <param name="Level">The level that it forces or suggests; null when none.</param>
/// <param name="IncidentId">The incident it rests on; null when none.</param>
/// <param name="Parameters">Figures by name; numbers and times in invariant form. May be empty.</param>
public sealed record LevelReason(
    string Code,
    string Text,
    ThreatLevel? Level = null,
    string? IncidentId = null,
    IReadOnlyDictionary<string, string>? Parameters = null)
{
    /// <summary>The same in plain French; null where nobody has written it.</summary>
    public string? French { get; init; }

    /// <summary>The text in both languages; in English alone where nobody has written French.</summary>
    internal Phrase Words => new(Text, French ?? Text);

    /// <summary>A reason said in both languages.</summary>
    /// <param name="code">One of <see cref="ReasonCodes"/>.</param>
    /// <param name="words">Plain words.</param>
    /// <param name="level">The level that it forces or suggests; null when none.</param>
    /// <param name="incidentId">The incident it rests on; null when none.</param>
    /// <param name="parameters">Figures by name; may be empty.</param>
    public static LevelReason Say(
        string code, Phrase words, ThreatLevel? level = null, string? incidentId = null, IReadOnlyDictionary<string, string>? parameters = null) =>
        new(code, words.English, level, incidentId, parameters) { French = words.French };

    /// <summary>Figures by name; empty when there are none, never null.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = Parameters ?? new Dictionary<string, string>();
}
