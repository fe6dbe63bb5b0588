namespace Alerts.AllInOne.Scenarios;

/// <summary>A scenario is unknown, or its file breaks the format. The message is complete for people: file, line, field and what is wrong.</summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(string message)
        : base(message)
    {
    }

    internal ScenarioException(string file, long line, string field, string problem, Exception? cause = null)
        : base($"{file}, line {line}, {field}: {problem}", cause)
    {
        Line = line;
        Field = field;
    }

    /// <summary>Line of the file, from 1; 0 when the scenario is unknown.</summary>
    public long Line { get; }

    /// <summary>The field by its path, such as "steps[2].report.sites[0].reference"; empty when the scenario is unknown.</summary>
    public string Field { get; } = "";
}
