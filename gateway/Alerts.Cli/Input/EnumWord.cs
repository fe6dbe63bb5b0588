namespace Alerts.Cli.Input;

// Codes as people type them: "armed clash", "Armed-Clash" and "ARMED_CLASH" are one.
internal static class EnumWord
{
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        string wanted = Letters(word);
        foreach (T value in Enum.GetValues<T>())
        {
            if (Convert.ToInt32(value) != 0 && Letters(value.ToString()) == wanted) return value;
        }

        return null;
    }

    public static T Parse<T>(string word, string option)
        where T : struct, Enum =>
        Find<T>(word) ?? throw CliException.Usage($"{option} does not know '{word}'. It takes {List<T>()}.");

    public static string List<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Where(v => Convert.ToInt32(v) != 0).Select(v => Dashed(v.ToString())));

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Dashed(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
