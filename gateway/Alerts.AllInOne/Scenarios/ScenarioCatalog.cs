using System.Collections.Immutable;

namespace Alerts.AllInOne.Scenarios;

/// <summary>The scenarios that ship with the program. Immutable and thread safe.</summary>
public sealed class ScenarioCatalog
{
    private const string Prefix = "scenarios/";
    private const string Suffix = ".yaml";

    /// <summary>Names that <see cref="Load"/> takes, in alphabetical order.</summary>
    public ImmutableArray<string> Names { get; } =
    [
        .. typeof(ScenarioCatalog).Assembly.GetManifestResourceNames()
            .Where(r => r.StartsWith(Prefix, StringComparison.Ordinal) && r.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(r => r[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads and checks one scenario; some milliseconds.</summary>
    /// <param name="name">One of <see cref="Names"/>, exactly.</param>
    /// <exception cref="ScenarioException">There is no such scenario (the message lists those there are), or its file breaks the format.</exception>
    public Scenario Load(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new ScenarioException($"There is no scenario \"{name}\". There are: {string.Join(", ", Names)}.");
        using Stream stream = typeof(ScenarioCatalog).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!;
        using var text = new StreamReader(stream);
        return ScenarioReader.Read(name + Suffix, text);
    }
}
