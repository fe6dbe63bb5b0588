using Alerts.Terms;

namespace Alerts.Risk.Access;

// A state that evidence has reached, when, and by which pieces within how many days.
internal sealed record Reached(AccessState State, DateTimeOffset Since, IReadOnlyList<AccessEvidence> Because, int Days);
