namespace Alerts.Terms;

/// <summary>A refusal that the caller is told about, with its reason. Anything else that is thrown is a fault of ours.</summary>
/// <param name="kind">Kind of refusal.</param>
/// <param name="reason">One of <see cref="ErrorReasons"/>.</param>
/// <param name="message">What was wrong, where, and what to do, in plain English; never a report's text.</param>
public sealed class AlertsException(ErrorKind kind, string reason, string message) : Exception(message)
{
    /// <summary>Kind of refusal.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>One of <see cref="ErrorReasons"/>.</summary>
    public string Reason { get; } = reason;

    /// <summary>Details for programs; empty by default.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields that are wrong; empty by default.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; init; } = [];

    /// <summary>When a repeat may help; null (the default) when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A refusal of one or more fields.</summary>
    /// <param name="violations">At least one.</param>
    public static AlertsException Invalid(params IReadOnlyList<FieldViolation> violations) =>
        new(ErrorKind.InvalidArgument, ErrorReasons.InvalidField, string.Join("; ", violations.Select(v => $"{v.Field}: {v.Description}")))
        {
            Violations = violations,
        };

    /// <summary>A refusal of one field.</summary>
    /// <param name="field">Path in proto names.</param>
    /// <param name="description">What is wrong and what to do.</param>
    public static AlertsException Invalid(string field, string description) => Invalid([new FieldViolation(field, description)]);

    /// <summary>That a resource does not exist for this caller.</summary>
    /// <param name="name">Its resource name.</param>
    public static AlertsException NoSuch(string name) =>
        new(ErrorKind.NotFound, ErrorReasons.NoSuchResource, $"{name} does not exist, or not for you.") { Metadata = new Dictionary<string, string> { ["name"] = name } };
}
