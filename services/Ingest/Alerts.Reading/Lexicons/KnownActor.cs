using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

// A named armed group and the countries where it acts; its name in full, folded, where the usual one is short for it.
internal sealed record KnownActor(string Name, ActorType Type, IReadOnlyList<string> Countries, string? FullName);
