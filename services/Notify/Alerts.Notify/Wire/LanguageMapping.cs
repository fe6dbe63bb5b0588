using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Languages by their tags.
internal static class LanguageMapping
{
    // Null when the caller names none.
    public static Language? Of(string tag, string field) =>
        tag.Length == 0
            ? null
            : Language.Find(tag) ?? throw AlertsException.Invalid(field, $"alerts are said in {string.Join(" and ", Language.All.Select(l => $"\"{l.Tag}\""))} only.");
}
