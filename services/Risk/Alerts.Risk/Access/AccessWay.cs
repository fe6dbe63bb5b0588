using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Access;

/// <summary>What is known of one way into a city. Immutable.</summary>
/// <param name="Key">The way.</param>
/// <param name="State">Its state; null: something was heard, not enough to say.</param>
/// <param name="Since">Since when; null when the state is.</param>
/// <param name="LastHeard">When anybody last said anything of it.</param>
/// <param name="Toward">Places that its roads lead to or that were struck there, the newest first; may be empty.</param>
/// <param name="Reasons">Why, the deciding one first.</param>
public sealed record AccessWay(
    WayKey Key, AccessState? State, DateTimeOffset? Since, DateTimeOffset LastHeard, IReadOnlyList<string> Toward, IReadOnlyList<LevelReason> Reasons);
