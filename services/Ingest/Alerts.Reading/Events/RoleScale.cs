using System.Globalization;
using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Events;

/// <summary>Weighs how much a text says that somebody did it, or that somebody or something was the target.</summary>
/// <remarks>
/// A sum of <see cref="RoleSigns"/> with the weights of role-scale.txt: for each of the two questions a logistic regression on the development texts,
/// rounded. The sum is the log odds.
/// </remarks>
internal sealed class RoleScale
{
    /// <summary>Doers below this are left out. Chosen for the best F1 on the development texts.</summary>
    public const double LeastDoer = -0.75;

    /// <summary>Targets below this are left out. Chosen for the best F1 on the development texts.</summary>
    public const double LeastTarget = -0.7;

    private readonly Dictionary<string, double> _weights = LexiconFile.Entries("role-scale.txt")
        .ToDictionary(e => e.Key, e => double.Parse(e.Phrases[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public double Weigh(string role, IEnumerable<string> signs) => signs.Sum(sign => _weights.GetValueOrDefault($"{role}.{sign}"));
}
