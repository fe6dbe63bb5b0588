using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Resource names of this service.
internal static class Names
{
    public const string Alerts = "alerts/";
    public const string Watches = "watches/";
    public const string Situations = "situations/";

    // The id in a name such as "alerts/{id}".
    public static string Id(string field, string name, string collection) =>
        name.StartsWith(collection, StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(collection.Length), "D", out Guid id)
            ? id.ToString()
            : throw AlertsException.Invalid(field, $"must be \"{collection}\" and a UUID in lower case, as the server gave it.");
}
