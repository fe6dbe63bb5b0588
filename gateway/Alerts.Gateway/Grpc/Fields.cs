using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Gateway.Grpc;

// Checks of single fields.
internal static class Fields
{
    private const int LongestText = 100;
    private static readonly string[] Languages = ["en", "fr"];

    public static string Text(string field, string text, bool isRequired = true) =>
        text.Trim() is { Length: <= LongestText } trimmed && (trimmed.Length > 0 || !isRequired) && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw AlertsException.Invalid(field, $"must have {(isRequired ? 1 : 0)} to {LongestText} characters, on one line.");

    public static string Language(string field, string language, bool isRequired) =>
        Languages.Contains(language) || (language.Length == 0 && !isRequired)
            ? language
            : throw AlertsException.Invalid(field, $"must be {string.Join(" or ", Languages.Select(l => $"\"{l}\""))}{(isRequired ? "" : ", or empty for that of the organisation")}.");

    // Null when it is unset.
    public static DateTimeOffset? Future(string field, Timestamp? time, DateTimeOffset now, TimeSpan? within = null)
    {
        if (time is null)
            return null;
        DateTimeOffset moment;
        try
        {
            moment = time.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw AlertsException.Invalid(field, "is not a time.");
        }

        return moment > now && (within is null || moment <= now + within)
            ? moment
            : throw AlertsException.Invalid(field, within is null ? "must be in the future." : $"must be in the future, within {within.Value.TotalDays:0} days.");
    }

    public static IReadOnlyCollection<string> Paths(FieldMask? mask, params string[] known) =>
        mask is { Paths.Count: > 0 } && mask.Paths.All(known.Contains)
            ? mask.Paths
            : throw AlertsException.Invalid("update_mask", $"must name at least one of {string.Join(", ", known)}, and nothing else.");
}
