namespace Alerts.Reading.Events;

/// <summary>Leaves sums of several attacks out ("at least three were killed and twelve hurt in two incidents") where the text tells these one by one: the sum is that of none.</summary>
internal static class SummedTolls
{
    public static void LeaveOut(IReadOnlyList<EventDraft> drafts)
    {
        List<EventDraft> told = [.. drafts.Where(d => d.Weight >= NewsScale.Least)];
        if (told.Count < 2 || !told.Exists(d => d.Mentions.Exists(m => m.Tolls.Exists(t => t is { IsOfSeveral: false, Count.Estimate: > 0 })))) return;
        foreach (EventMention mention in told.SelectMany(d => d.Mentions)) mention.Tolls.RemoveAll(t => t.IsOfSeveral);
    }
}
