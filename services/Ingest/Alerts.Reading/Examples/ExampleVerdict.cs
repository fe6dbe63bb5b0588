using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Examples;

/// <summary>What some words report, judged by examples.</summary>
/// <param name="Shares">How likely each kind of event is, if they report one; sums to one.</param>
/// <param name="LogOdds">Log odds that they report one.</param>
/// <param name="Word">The word that speaks most for the likeliest kind.</param>
internal sealed record ExampleVerdict(IReadOnlyList<(EventKind Kind, double Share)> Shares, double LogOdds, int Word)
{
    /// <summary>The likeliest kind.</summary>
    public EventKind Kind => Shares.MaxBy(s => s.Share).Kind;
}
