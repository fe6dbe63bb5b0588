using System.Text.Json;
using Alerts.Platform.Storage.Sqlite;

namespace Alerts.AllInOne.Playing;

/// <summary>
/// How far a data folder's scenario has come, in its file <c>scenario.json</c>: a killed server goes on where it was. Invariant: a folder holds
/// either one scenario from its first day on, or real reports; never both.
/// </summary>
internal sealed class ScenarioProgress
{
    private const string FileName = "scenario.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string _path;

    private ScenarioProgress(string path, State state)
    {
        _path = path;
        Current = state;
    }

    /// <summary>The scenario, the number of steps that were handled, and the domain's time.</summary>
    public State Current { get; private set; }

    /// <summary>Opens the progress of a scenario, or begins it in an empty folder.</summary>
    /// <exception cref="ScenarioFolderException">The folder holds something else.</exception>
    public static ScenarioProgress Open(DataFolder folder, string name, DateTimeOffset start)
    {
        string path = folder.File(FileName);
        if (File.Exists(path))
        {
            State state = JsonSerializer.Deserialize<State>(File.ReadAllBytes(path), Json)!;
            return state.Name == name
                ? new ScenarioProgress(path, state)
                : throw new ScenarioFolderException($"{folder.Path} holds the scenario {state.Name}. Choose another folder with --data to play {name}.");
        }

        if (Directory.EnumerateFiles(folder.Path, "*.db").Any())
            throw new ScenarioFolderException($"{folder.Path} holds real reports: a scenario is never played into them. Choose an empty folder with --data.");
        var begun = new ScenarioProgress(path, new State(name, -1, start));
        begun.Save(begun.Current);
        return begun;
    }

    /// <summary>Refuses a folder that holds a scenario.</summary>
    /// <exception cref="ScenarioFolderException">It does.</exception>
    public static void RefuseScenario(DataFolder folder)
    {
        string path = folder.File(FileName);
        if (File.Exists(path))
        {
            State state = JsonSerializer.Deserialize<State>(File.ReadAllBytes(path), Json)!;
            throw new ScenarioFolderException($"{folder.Path} holds the scenario {state.Name}: real reports never go into it. Add --scenario {state.Name}, or choose another folder with --data.");
        }
    }

    /// <summary>Notes progress, synced to disk.</summary>
    public void Save(State state)
    {
        DataFolder.WriteAtomically(_path, JsonSerializer.SerializeToUtf8Bytes(state, Json));
        Current = state;
    }

    /// <param name="Name">Name of the scenario.</param>
    /// <param name="Done">Steps handled; −1 while the history is not in.</param>
    /// <param name="Time">The domain's time.</param>
    internal sealed record State(string Name, int Done, DateTimeOffset Time);
}
