using Alerts.Notify.Watches;

namespace Alerts.Notify.Log;

// What a cursor says of alerts that were sent without sound and not told again since: all of them lie at or after the position Since, and
// these reasons held them. The default: there are none.
internal readonly record struct Quieted(long Since, HushReason Reasons)
{
    public bool IsNone => Reasons == 0;

    public Quieted With(long position, HushReason reasons) => new(IsNone ? position : Since, Reasons | reasons);
}
