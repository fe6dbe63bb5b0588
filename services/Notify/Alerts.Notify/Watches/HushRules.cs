using Alerts.Notify.Situations;
using Alerts.Terms;

namespace Alerts.Notify.Watches;

// What a watch keeps quiet, and when. Keeping quiet withholds nothing: the alert comes, and its reader does not ring. Pure; immutable.
internal sealed record HushRules(AlertFilter Filter, Silence? Silence, QuietHours? QuietHours)
{
    // Of a stream without a watch.
    public static HushRules None { get; } = new(AlertFilter.Everything, null, null);

    private static readonly HushReason[] Reasons = Enum.GetValues<HushReason>();

    // All that is in force; 0: nothing is.
    public HushReason ActiveAt(DateTimeOffset now) =>
        (Silence?.EndAt(now) is null ? 0 : HushReason.Silence) | (QuietHours?.EndAt(now) is null ? 0 : HushReason.QuietHours);

    // What is in force, named by what ends last.
    public Hush? At(DateTimeOffset now) => Latest(ActiveAt(now), now);

    // Those of the reasons that keep an alert quiet whenever they are in force. What concerns this system itself is never kept quiet: with the
    // system blind, silence would seem to be peace.
    public HushReason Holding(HushReason reasons, Reach reach, AlertFacts alert)
    {
        if (reach.Traits.HasFlag(ReachTraits.System))
            return 0;
        bool rings = alert.Urgency == Urgency.Flash || (alert.Action == AlertAction.Cancel && reach.PeakUrgency == Urgency.Flash);
        if (!rings)
            return reasons;
        return Filter.TouchesOwnSite(reach) ? 0 : reasons & HushReason.Silence;
    }

    // Null: it keeps its sound.
    public Hush? Of(Reach reach, AlertFacts alert, DateTimeOffset now) => Latest(Holding(ActiveAt(now), reach, alert), now);

    private Hush? Latest(HushReason reasons, DateTimeOffset now)
    {
        Hush? latest = null;
        foreach (HushReason reason in Reasons)
        {
            if (reasons.HasFlag(reason) && EndOf(reason, now) is { } end && !(end <= latest?.Until))
                latest = new Hush(reason, end);
        }

        return latest;
    }

    private DateTimeOffset? EndOf(HushReason reason, DateTimeOffset now) =>
        reason == HushReason.Silence ? Silence?.EndAt(now) : QuietHours?.EndAt(now);
}
