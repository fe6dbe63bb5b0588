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

    /// <summary>How likely events of a kind's type are, whatever its form; null for a type of which there are no examples.</summary>
    public double? ShareOf(EventKind kind)
    {
        double[] shares = [.. Shares.Where(s => s.Kind.Sub == kind.Sub && s.Kind.Local == kind.Local).Select(s => s.Share)];
        return shares.Length > 0 ? shares.Sum() : null;
    }
}
