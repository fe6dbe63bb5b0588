namespace Alerts.AllInOne;

/// <summary>The data folder and the wish to play a scenario do not go together.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class ScenarioFolderException(string message) : Exception(message);
