namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>Decides from the outside only whether the promises were kept: from what was sent, answered, delivered and, in the end, listed.</summary>
internal static class Checker
{
    /// <summary>Every promise that was broken; empty when all were kept.</summary>
    public static IReadOnlyList<Violation> Check(IReadOnlyList<HistoryRecord> records)
    {
        var history = new History(records);
        return
        [
            .. StoredCheck.Run(history).Select(what => new Violation(Guarantee.Stored, what)),
            .. DerivedCheck.Run(history).Select(what => new Violation(Guarantee.Derived, what)),
            .. OrderedCheck.Run(history).Select(what => new Violation(Guarantee.Ordered, what)),
            .. UniqueCheck.Run(history).Select(what => new Violation(Guarantee.Unique, what)),
            .. CompleteCheck.Run(history).Select(what => new Violation(Guarantee.Complete, what)),
            .. AgreedCheck.Run(history).Select(what => new Violation(Guarantee.Agreed, what)),
        ];
    }
}
