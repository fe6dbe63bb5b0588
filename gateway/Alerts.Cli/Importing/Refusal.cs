namespace Alerts.Cli.Importing;

// A row that was not taken: its number as a spreadsheet shows it, and why.
internal sealed record Refusal(long Row, string Reason);
