using Alerts.Terms;

namespace Alerts.Gateway.People;

// Resource names of the contract, made and read. What does not read as one is refused by its field.
internal static class ResourceNames
{
    private const string Organisations = "organisations";
    private const string People = "people";
    private const string Keys = "keys";
    private const string Invitations = "invitations";
    private const int LongestId = 63;

    // Words that mean something else where an id stands.
    private static readonly string[] Reserved = ["shared", "local-user", "gateway"];

    public static string Of(Scope organisation) => $"{Organisations}/{organisation}";

    public static string Person(Scope organisation, string id) => $"{Of(organisation)}/{People}/{id}";

    public static string Key(Scope organisation, string id) => $"{Of(organisation)}/{Keys}/{id}";

    public static string Invitation(Scope organisation, string id) => $"{Of(organisation)}/{Invitations}/{id}";

    public static Scope Organisation(string field, string name) =>
        name.Split('/') is [Organisations, { } id] && IsId(id, dots: false) ? new Scope(id) : throw Wrong(field, $"{Organisations}/ID");

    public static (Scope Organisation, string Id) Person(string field, string name) => Child(field, name, People);

    public static (Scope Organisation, string Id) Key(string field, string name) => Child(field, name, Keys);

    public static (Scope Organisation, string Id) Invitation(string field, string name) => Child(field, name, Invitations);

    private static (Scope Organisation, string Id) Child(string field, string name, string kind)
    {
        if (name.Split('/') is [Organisations, { } organisation, { } found, { } id] && found == kind && IsId(organisation, dots: false)
            && (kind == People ? IsId(id, dots: true) : Guid.TryParseExact(id, "D", out _)))
            return (new Scope(organisation), id);
        throw Wrong(field, $"{Organisations}/ID/{kind}/ID");
    }

    private static bool IsId(string id, bool dots) =>
        id.Length is >= 1 and <= LongestId && char.IsAsciiLetterLower(id[0]) && !Reserved.Contains(id)
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || (dots && c == '.'));

    private static AlertsException Wrong(string field, string form) => AlertsException.Invalid(
        field, $"must read {form}; an ID has 1 to {LongestId} characters a-z, 0-9 and hyphen (of people also dots), begins with a letter, and is none of {string.Join(", ", Reserved)}.");
}
