namespace Alerts.Notify.Log;

// Which rows a listing is about: all, those of one situation, or the newest of each open one.
internal sealed record LogSelection(string? Situation, bool OpenOnly);
