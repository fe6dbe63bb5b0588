namespace Alerts.Platform.Messaging.DeadLetters;

/// <summary>An event that a service could not handle, as a person may know it: what it says is not part of it. Immutable.</summary>
/// <param name="Part">The service.</param>
/// <param name="Number">Its number within the service; higher ones were set aside later.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Kind">Name of its body's field, such as <c>incident_recorded</c>; empty for one that this version does not know.</param>
/// <param name="Reason">The error of its last attempt.</param>
/// <param name="Created">When it was set aside.</param>
/// <param name="SizeBytes">Its size.</param>
public sealed record DeadLetter(string Part, long Number, string EventId, string Kind, string Reason, DateTimeOffset Created, int SizeBytes)
{
    private const string Collection = "deadLetters/";

    /// <summary>Resource name, <c>deadLetters/{part}.{number}</c>.</summary>
    public string Name => $"{Collection}{Part}.{Number}";

    /// <summary>Part and number of a resource name; null when it is none.</summary>
    public static (string Part, long Number)? Parse(string name)
    {
        if (!name.StartsWith(Collection, StringComparison.Ordinal))
            return null;
        string id = name[Collection.Length..];
        int dot = id.LastIndexOf('.');
        return dot > 0 && long.TryParse(id.AsSpan(dot + 1), System.Globalization.NumberStyles.None, null, out long number) ? (id[..dot], number) : null;
    }
}
