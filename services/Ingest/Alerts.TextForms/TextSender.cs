namespace Alerts.TextForms;

/// <summary>Who sent a text, kept apart from it. Never part of a log line, of a report or of an alert.</summary>
/// <param name="Name">As the form gives it: a person, or the site that published a page; empty when it gives only an address.</param>
/// <param name="Address">E-mail address or telephone number; empty when none is given.</param>
public sealed record TextSender(string Name, string Address)
{
    /// <summary>Nothing that could get into a log by accident.</summary>
    /// <returns>A word without a name in it.</returns>
    public override string ToString() => "sender";
}
