using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Alerts.AllInOne.Scenarios;

// A node of the file with its path, so that every complaint names line and field.
internal readonly record struct YamlField(string File, string Path, YamlNode Node)
{
    public ScenarioException Wrong(string problem, Exception? cause = null) => new(File, Node.Start.Line, Path, problem, cause);

    public IEnumerable<(string Name, YamlField Field)> Members()
    {
        if (Node is not YamlMappingNode map) throw Wrong("must be a mapping");
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            string name = key is YamlScalarNode { Value: { } text } ? text : throw Wrong("has a key that is not a word");
            yield return (name, new YamlField(File, Path.Length == 0 ? name : $"{Path}.{name}", value));
        }
    }

    public IEnumerable<YamlField> Items()
    {
        if (Node is not YamlSequenceNode list) throw Wrong("must be a list");
        int index = 0;
        foreach (YamlNode item in list.Children) yield return new YamlField(File, $"{Path}[{index++}]", item);
    }

    public string Text()
    {
        if (Node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)) return text.Trim();
        throw Wrong("must be a text that is not empty");
    }

    public string Text(int maxLength)
    {
        string text = Text();
        return text.Length <= maxLength ? text : throw Wrong($"is longer than {maxLength} characters");
    }

    // UTC is demanded: a local time without its offset would be read differently from one machine to the next.
    public DateTimeOffset Instant() =>
        DateTimeOffset.TryParseExact(Text(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw Wrong($"\"{Text()}\" is not a UTC time such as 2024-09-17T05:05:00Z");

    public DateOnly Day() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Wrong($"\"{Text()}\" is not a date such as 2024-09-17");

    // The members by name; anything misspelt is refused rather than ignored, since a step without its note or scope would still run.
    public IReadOnlyDictionary<string, YamlField> Members(string[] required, string[] optional)
    {
        var members = new Dictionary<string, YamlField>();
        foreach ((string name, YamlField field) in Members())
        {
            if (!required.Contains(name) && !optional.Contains(name))
                throw field.Wrong($"unknown; expected {string.Join(", ", required.Concat(optional))}");
            members.Add(name, field);
        }

        string? missing = required.FirstOrDefault(r => !members.ContainsKey(r));
        return missing is null ? members : throw Wrong($"\"{missing}\" is missing");
    }
}
