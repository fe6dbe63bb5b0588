namespace Alerts.Platform.Health;

/// <summary>Which scenario is played and whether it is over, for the status. Set by whoever plays it. Thread safe.</summary>
public sealed class ScenarioState
{
    private volatile string _name = "";
    private volatile bool _finished;

    /// <summary>Name of the scenario; empty (the default) in real time.</summary>
    public string Name => _name;

    /// <summary>Whether every record of the scenario has been submitted and handled; false by default.</summary>
    public bool Finished => _finished;

    /// <summary>Says that a scenario begins.</summary>
    /// <param name="name">Its name, such as <c>bamako-2024</c>.</param>
    public void Begin(string name)
    {
        _finished = false;
        _name = name;
    }

    /// <summary>Says that every record of the scenario has been submitted and handled.</summary>
    public void Finish() => _finished = true;
}
