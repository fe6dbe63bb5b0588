using Alerts.Terms;

namespace Alerts.Reading.Lexicons;

// A named armed group and the countries where it acts.
internal sealed record KnownActor(string Name, ActorType Type, IReadOnlyList<string> Countries);
