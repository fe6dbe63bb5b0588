using Alerts.Terms;

namespace Alerts.Gateway.Rest;

/// <summary>Collects what is wrong with one request.</summary>
internal sealed class Violations
{
    // Enough to mend a form in one go; a hostile body must not make a long answer.
    private const int Most = 20;
    private const int LongestPath = 200;

    private readonly List<FieldViolation> _found = [];

    public void Add(string field, string description)
    {
        if (_found.Count < Most)
            _found.Add(new FieldViolation(field.Length <= LongestPath ? field : field[..LongestPath], description));
    }

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw AlertsException.Invalid(_found);
    }
}
