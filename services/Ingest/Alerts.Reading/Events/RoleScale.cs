using System.Globalization;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Events;

/// <summary>Weighs how much a text says that somebody did it, or that somebody or something was the target.</summary>
/// <remarks>
/// A sum of <see cref="RoleSigns"/> with the weights of role-scale.txt: for each of the two questions a logistic regression on the development texts and on reports written for it (decision 0054),
/// rounded. The sum is the log odds.
/// </remarks>
internal sealed class RoleScale
{
    /// <summary>Doers below this are left out. Chosen for the best F1 on the development texts.</summary>
    public const double LeastDoer = -0.55;

    /// <summary>Targets below this are left out. Chosen for the best F1 on the development texts.</summary>
    public const double LeastTarget = -0.35;

    private readonly Dictionary<string, double> _doer = Load("Doer.");
    private readonly Dictionary<string, double> _target = Load("Target.");

    public double WeighDoer(IEnumerable<string> signs) => signs.Sum(sign => _doer.GetValueOrDefault(sign));

    public double WeighTarget(IEnumerable<string> signs) => signs.Sum(sign => _target.GetValueOrDefault(sign));

    private static Dictionary<string, double> Load(string role) => LexiconFile.Entries("role-scale.txt")
        .Where(e => e.Key.StartsWith(role, StringComparison.Ordinal))
        .ToDictionary(e => e.Key[role.Length..], e => double.Parse(e.Phrases[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
