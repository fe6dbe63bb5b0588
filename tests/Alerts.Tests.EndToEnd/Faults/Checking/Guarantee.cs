namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>What the product promises, by the names of the design.</summary>
internal enum Guarantee
{
    /// <summary>A report that was answered OK exists, and exists once.</summary>
    Stored,

    /// <summary>Alerts and threat are a function of the reports: each counts once.</summary>
    Derived,

    /// <summary>All observers see one order, and each situation's revisions come one after the other.</summary>
    Ordered,

    /// <summary>An alert reaches a subscriber once, resumed or not.</summary>
    Unique,

    /// <summary>A subscriber gets everything: up to each bookmark, and in the end all that the log lists.</summary>
    Complete,

    /// <summary>One alert has one body, whoever looks and whenever.</summary>
    Agreed,
}
