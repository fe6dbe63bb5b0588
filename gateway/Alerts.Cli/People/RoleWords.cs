using Alerts.Cli.Input;
using Alerts.V1;

namespace Alerts.Cli.People;

// Roles as people type and read them.
internal static class RoleWords
{
    public static IEnumerable<Role> Parse(IEnumerable<string> words, string option) => words.SelectMany(w => w.Split(',')).Select(w => EnumWord.Parse<Role>(w, option)).Distinct();

    public static string Of(IEnumerable<Role> roles) => string.Join(", ", roles.Select(r => r.ToString().ToLowerInvariant()));
}
