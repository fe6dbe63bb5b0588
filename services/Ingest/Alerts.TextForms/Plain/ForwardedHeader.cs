namespace Alerts.TextForms.Plain;

// What the lines above a forwarded message say. Empty and null: not said.
internal sealed record ForwardedHeader(TextSender? Sender, DateTimeOffset? SentTime, string Subject);
