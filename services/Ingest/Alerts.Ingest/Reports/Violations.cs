using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// Collects what is wrong with one request, so that a caller learns everything at once. Not thread safe.
internal sealed class Violations
{
    private readonly List<FieldViolation> _all = [];
    private int _unknownPlaces;

    public bool Any => _all.Count > 0;

    public IReadOnlyList<FieldViolation> All => _all;

    public void Add(string field, string description) => _all.Add(new FieldViolation(field, description));

    public void AddUnknownPlace(string field, string description)
    {
        _unknownPlaces++;
        Add(field, description);
    }

    public void Name(string field, string value, int limit = ReportLimits.NameLength)
    {
        if (value.Length > limit)
            Add(field, $"must be at most {limit} characters; it has {value.Length}.");
        if (HasControl(value))
            Add(field, "must not hold control characters.");
    }

    public void Text(string field, string value, int limit)
    {
        if (value.Length > limit)
            Add(field, $"must be at most {limit} characters; it has {value.Length}.");
    }

    public void Count(string field, int count, int limit)
    {
        if (count > limit)
            Add(field, $"must have at most {limit} items; it has {count}.");
    }

    // An open enum may carry any number; a number that this version does not know is refused, not guessed.
    public void Known<T>(string field, T? value)
        where T : struct, Enum
    {
        if (value is { } given && !Enum.IsDefined(given))
            Add(field, $"has no value {Convert.ToInt32(given)}; see the protos for those that exist.");
    }

    public void ThrowIfAny()
    {
        if (!Any)
            return;
        if (_unknownPlaces < _all.Count)
            throw AlertsException.Invalid(_all);
        throw new AlertsException(ErrorKind.InvalidArgument, ErrorReasons.UnknownPlace, string.Join("; ", _all.Select(v => $"{v.Field}: {v.Description}")))
        {
            Violations = _all,
        };
    }

    private static bool HasControl(string value)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }
}
