using System.Globalization;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;
using Alerts.Terms;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Notify.Wire;

// Silences and quiet hours between the contract and the core. Limits are those of watch.proto.
internal static class HushMapping
{
    private const int LongestSilenceDays = 7;
    private const int MaximumNote = 200;

    // Of what is stored: it was checked before.
    public static HushRules ToRules(V1.Watch settings, AlertFilter filter) => new(
        filter,
        settings.Silence is { } silence ? new Silence(silence.StartTime.ToDateTimeOffset(), silence.EndTime.ToDateTimeOffset()) : null,
        ToQuietHours(settings.QuietHours, "quiet_hours"));

    // As it is stored: with its start and its end. Null: none.
    public static V1.Silence? ToStored(V1.Silence? silence, DateTimeOffset now, string field)
    {
        if (silence is null)
            return null;
        if (silence.Note.Length > MaximumNote)
            throw AlertsException.Invalid($"{field}.note", $"at most {MaximumNote} characters.");
        if (silence.EndTime is null == silence.Length is null)
            throw AlertsException.Invalid(field, "must have either end_time or length.");
        // In seconds first: a length may be beyond what a time span holds.
        double seconds = silence.Length is { } length
            ? length.Seconds + (length.Nanos / 1e9)
            : (silence.EndTime!.ToDateTimeOffset() - now).TotalSeconds;
        if (!(seconds > 0 && seconds <= TimeSpan.FromDays(LongestSilenceDays).TotalSeconds))
            throw AlertsException.Invalid(silence.Length is null ? $"{field}.end_time" : $"{field}.length", $"must end in the future, at most {LongestSilenceDays} days from now.");
        return new V1.Silence { StartTime = now.ToTimestamp(), EndTime = now.AddSeconds(seconds).ToTimestamp(), Note = silence.Note };
    }

    public static QuietHours? ToQuietHours(V1.QuietHours? hours, string field)
    {
        if (hours is null)
            return null;
        TimeOnly start = Clock(hours.Start, $"{field}.start");
        TimeOnly end = Clock(hours.End, $"{field}.end");
        if (start == end)
            throw AlertsException.Invalid($"{field}.end", "must not be the start; a silence covers whole days.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out TimeZoneInfo? zone) || !zone.HasIanaId)
            throw AlertsException.Invalid($"{field}.time_zone", "must be an IANA time zone, such as \"Africa/Bamako\".");
        return new QuietHours(start, end, zone);
    }

    public static V1.Hush? ToProto(Hush? hush) => hush is { } h ? new V1.Hush { Reason = (V1.HushReason)(int)h.Reason, UntilTime = h.Until.ToTimestamp() } : null;

    public static AlertFacts FactsOf(LogEntry entry) => FactsOf(V1.Alert.Parser.ParseFrom(entry.Body.Span));

    // What a newer program says and this one does not know counts as the most urgent.
    public static AlertFacts FactsOf(V1.Alert alert) => new(
        alert.Situation,
        alert.Urgency is V1.Urgency.Routine or V1.Urgency.Priority ? (Urgency)(int)alert.Urgency : Urgency.Flash,
        AlertCompletion.Action(alert),
        AlertCompletion.State(alert));

    private static TimeOnly Clock(string text, string field) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw AlertsException.Invalid(field, "must be a local time such as \"22:00\".");
}
