using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

/// <summary>A type that a trigger stands for. Order is its line in the lexicon: the lower one wins.</summary>
internal sealed record EventKind(SubEventType? Sub, LocalType? Local, TriggerForm Form, string Detail, int Order)
{
    private const string LocalPrefix = "LOCAL.";

    /// <summary>Reads "Attack kill" or "LOCAL.Carjacking event" or "LootingPropertyDestruction verb arson".</summary>
    public static EventKind Parse(string key, int order)
    {
        string[] part = key.Split(' ');
        TriggerForm form = Enum.Parse<TriggerForm>(part[1], ignoreCase: true);
        string detail = part.Length > 2 ? part[2] : "";
        return part[0].StartsWith(LocalPrefix, StringComparison.Ordinal)
            ? new EventKind(null, Enum.Parse<LocalType>(part[0].AsSpan(LocalPrefix.Length)), form, detail, order)
            : new EventKind(Enum.Parse<SubEventType>(part[0]), null, form, detail, order);
    }
}
