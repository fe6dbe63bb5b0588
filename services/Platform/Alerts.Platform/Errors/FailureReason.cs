namespace Alerts.Platform.Errors;

/// <summary>Why an item was set aside, as a store keeps it for a person to read. Pure.</summary>
public static class FailureReason
{
    /// <summary>Longest reason, characters.</summary>
    public const int Limit = 1_000;

    /// <summary>The kind of an error and its message, cut to <see cref="Limit"/> and without U+0000, which PostgreSQL does not store.</summary>
    public static string Of(Exception e)
    {
        string reason = $"{e.GetType().Name}: {e.Message}".Replace("\0", "\\0", StringComparison.Ordinal);
        return reason.Length <= Limit ? reason : reason[..Limit];
    }
}
